"""Reads what `coopetition solve --json` and `coopetition sweep` wrote.

    coopetition solve sematech-1991.yaml --json >answer.json
    coopetition sweep three-firms.yaml --vary environment=0.5:2:7 --out grid
    python3 read_results.py answer.json grid/results.csv
"""
import csv
import json
import sys


def read_answer(path):
    with open(path, encoding="utf-8") as file:
        answer = json.load(file)
    assert answer["schema"] == "coopetition/solve/1"
    print(answer["scenario"])
    for number, outcome in enumerate(answer["equilibria"], 1):
        known = "proven" if outcome["proven"] else "not proven"
        print(f"equilibrium {number}: welfare {outcome['welfare']:.3f}, {known}")
        for firm, level in zip(answer["firms"], outcome["levels"]):
            if level > 0:
                print(f"  {firm} shares {level:.3f}")
    print("no other equilibrium:", "yes" if answer["complete"] else "unknown")
    print(f"optimum: welfare {answer['optimum']['welfare']:.3f}")


def read_sweep(path):
    with open(path, encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if not row["error"]]
    sharing = [row for row in rows if float(row["best.efficiency"] or 0) >= 0.5]
    print(f"{len(rows)} points, at {len(sharing)} of them half of what sharing "
          "can add is within reach")
    if sharing:
        print("from an environment of", sharing[0]["environment"], "on")


read_answer(sys.argv[1])
read_sweep(sys.argv[2])

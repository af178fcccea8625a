"""The processor time that two builds of the command take for the same questions.

    compare.py OLD NEW [TIMES]

Each question is asked TIMES times (5 unless told) of both in turn; the least
time of each counts. Exits with 1 if the new one takes over 5 % more for any.
"""
import os
import resource
import subprocess
import sys
import tempfile

SEMATECH = "Examples/sematech-1991/sematech-1991.yaml"
THREE = "Examples/three-firms/three-firms.yaml"
LIMIT = 1.05

QUESTIONS = [
    ("solve, founders of Sematech", ["solve", SEMATECH]),
    ("pareto, founders of Sematech", ["pareto", SEMATECH, "--points", "20"]),
    ("sensitivity, founders of Sematech", ["sensitivity", SEMATECH]),
    ("trace, three firms",
     ["trace", THREE, "--vary", "model.reciprocity=0:1"]),
    ("alliances, founders of Sematech", ["alliances", SEMATECH]),
    ("key, founders of Sematech", ["key", SEMATECH]),
    ("evolve, founders of Sematech", ["evolve", SEMATECH]),
    ("form, three firms", ["form", THREE]),
]


def generated(old, folder):
    for firms in (50, 20_000):
        path = os.path.join(folder, str(firms))
        subprocess.run(
            [old, "generate", "--firms", str(firms), "--degree", "8", "--out",
             path], check=True, stdout=subprocess.DEVNULL)
        yield (f"solve, {firms:,} generated firms",
               ["solve", os.path.join(path, "cluster.yaml")])


def seconds(program, question):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    status = subprocess.run(
        [program, *question], stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if status.returncode:
        sys.exit(f"{program} {' '.join(question)}: "
                 + status.stderr.decode(errors="replace"))
    return (after.ru_utime + after.ru_stime
            - before.ru_utime - before.ru_stime)


def main(old, new, times):
    is_slower = False
    print("| question | old | new | new / old |")
    print("|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for what, question in QUESTIONS + list(generated(old, folder)):
            least = [float("inf")] * 2
            for _ in range(times):
                for k, program in enumerate((old, new)):
                    least[k] = min(least[k], seconds(program, question))
            ratio = least[1] / least[0]
            is_slower |= ratio > LIMIT
            print(f"| {what} | {least[0]:.3f} s | {least[1]:.3f} s "
                  f"| {ratio:.2f} |", flush=True)
    return 1 if is_slower else 0


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2],
                  int(sys.argv[3]) if len(sys.argv) == 4 else 5))

"""Times `coopetition alliances` and, beside it, the same worths by Newton's
method in numpy, all alliances at once, and their prenucleolus by coopgame-py.

    python3 Benchmarks/alliances.py EXECUTABLE SCENARIO
"""
import csv
import json
import os
import re
import subprocess
import sys
import tempfile
import time

from ratios import ratio

RUNS = 3


def timed(what, command):
    """The fastest of some runs: seconds on the clock and of the processor."""
    best = None
    for _ in range(RUNS):
        before, start = os.times(), time.perf_counter()
        answer = subprocess.run(command, check=True, capture_output=True)
        passed, after = time.perf_counter() - start, os.times()
        used = (after.children_user - before.children_user
                + after.children_system - before.children_system)
        best = min(best or (passed, used), (passed, used))
    print(f"{what}: {best[0]:.2f} s, processor {best[1]:.2f} s", flush=True)
    return json.loads(answer.stdout), best[0]


def peer(what, ours, name, function):
    """Times a peer once and says how many times as long it takes."""
    start = time.perf_counter()
    value = function()
    passed = time.perf_counter() - start
    ratio(what, ours, name, passed)
    return value


def number_after(path, key):
    """The number of a key of a scenario; its first one of that name."""
    with open(path) as file:
        return float(re.search(rf"\b{key}:\s*([0-9.]+)", file.read())[1])


class Cluster:
    """Firms with information that nobody else has, logarithmic returns and
    a premium divided by knowledge."""

    def __init__(self, folder, model):
        import numpy as np

        def rows(name):
            with open(os.path.join(folder, name)) as file:
                return list(csv.DictReader(file))

        firms = rows("firms.csv")
        place = {firm["name"]: i for i, firm in enumerate(firms)}

        def links(name):
            matrix = np.zeros((len(firms), len(firms)))
            for row in rows(name + ".csv"):
                matrix[place[row["to"]], place[row["from"]]] = row["weight"]
            return matrix

        def column(name):
            return np.array([float(firm[name]) for firm in firms])

        knowledge = column("knowledge")
        self.gain = column("opportunity")
        self.linear, self.quadratic = (
            column("cost.linear"), column("cost.quadratic"))
        self.flow = links("complementarity") * knowledge
        self.leak = column("market") * (
            links("rivalry") * self.flow.T).sum(axis=1)
        self.weight = knowledge / knowledge.sum()
        self.reciprocity = model["reciprocity"]
        self.premium = model["premium"] * self.weight
        self.count = len(firms)

    def payoffs(self, s):
        import numpy as np
        inflow = s @ self.flow.T
        return (self.gain * np.log1p(inflow * (1 + self.reciprocity * s))
                + self.premium * np.log1p(s @ self.weight)[:, None]
                - s * (self.leak + self.linear + self.quadratic * s / 2))

    def slopes(self, s, allied):
        """Slopes and Jacobians of all games; allied[g, k, i] says whether k
        is another member of the alliance of i."""
        import numpy as np
        kappa, A, w = self.reciprocity, self.flow, self.weight
        inflow, open_ = s @ A.T, (s @ w)[:, None]
        own = 1 + kappa * s
        reach = 1 + inflow * own
        shared = self.premium + self.premium @ allied
        value = self.gain * own / reach
        slope = (self.gain * kappa * inflow / reach
                 + shared * w / (1 + open_)
                 - self.leak - self.linear - self.quadratic * s
                 + np.einsum("gk,gki->gi", value, allied * A))
        # How the slope of k along its inflow moves with inflow and own level.
        inflows = -self.gain * own**2 / reach**2
        levels = self.gain * kappa / reach**2
        jacobian = (levels[:, :, None] * A
                    - (shared * w)[:, :, None] * w
                    / (1 + open_[:, :, None])**2)
        cross = allied * A
        jacobian += np.einsum("gki,gk,kj->gij", cross, inflows, A,
                              optimize=True)
        jacobian += np.swapaxes(cross * levels[:, :, None], 1, 2)
        diagonal = np.arange(self.count)
        jacobian[:, diagonal, diagonal] -= (
            self.gain * kappa**2 * inflow**2 / reach**2 + self.quadratic)
        return slope, jacobian

    def equilibria(self, allied, s, tolerance=1e-11, limit=60):
        """Newton's method on the natural map, all games at once."""
        import numpy as np
        identity = np.eye(self.count)
        for _ in range(limit):
            slope, jacobian = self.slopes(s, allied)
            scale = np.abs(np.einsum("gii->gi", jacobian))
            target = np.clip(s + slope / scale, 0, 1)
            if np.abs(target - s).max() <= tolerance:
                return s
            free = (target > 0) & (target < 1)
            held = np.where(free, 0, target - s)
            right = np.where(
                free, -slope - np.einsum("gij,gj->gi", jacobian, held), held)
            matrix = np.where(free[:, :, None] & free[:, None, :], jacobian,
                              identity)
            step = np.linalg.solve(matrix, right[:, :, None])[:, :, 0]
            s = np.clip(s + step, 0, 1)
        print("  games without convergence:",
              (np.abs(target - s).max(axis=1) > tolerance).sum())
        return s


def worths_by_numpy(cluster, start):
    import numpy as np
    bits = np.arange(1 << cluster.count)
    member = (bits[:, None] >> np.arange(cluster.count)) & 1
    allied = (member[:, :, None] * member[:, None, :]).astype(float)
    allied *= 1 - np.eye(cluster.count)
    s = cluster.equilibria(allied, np.full(member.shape, start))
    return (cluster.payoffs(s) * member).sum(axis=1)


def main():
    executable, scenario = sys.argv[1:3]
    command = [executable, "alliances", scenario, "--json", "--quiet"]
    proven, seconds = timed("2,048 alliances of 11 firms, proven", command)
    print("  all proven:", all(a["proven"] for a in proven["alliances"]))
    _, likely = timed("without proof", command + ["--no-proof"])
    worths = proven["worths"]["alone"]
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "worths.yaml")
        values = {
            "+".join(str(i) for i in range(11) if bits >> i & 1): worth
            for bits, worth in enumerate(worths) if bits}
        with open(path, "w") as file:
            json.dump({"worths": {
                "players": [str(i) for i in range(11)], "values": values}},
                file)
        divided, dividing = timed(
            "values of these worths, nucleolus included",
            [executable, "alliances", path, "--json", "--quiet"])
        eight = os.path.join(folder, "eight")
        os.mkdir(eight)
        first_eight(scenario, eight)
        several = [executable, "alliances", os.path.join(eight, "eight.yaml"),
                   "--structures", "--json", "--quiet"]
        timed("4,140 partitions of 8 firms, proven", several)
        timed("without proof", several + ["--no-proof"])
    peers(scenario, proven, worths, divided, seconds, likely, dividing)


def first_eight(scenario, folder):
    """Writes the scenario of the first eight firms."""
    source = os.path.dirname(scenario)
    with open(os.path.join(source, "firms.csv")) as file:
        rows = list(csv.reader(file))
    names = {row[0] for row in rows[1:9]}
    for name in ("firms", "complementarity", "rivalry"):
        with open(os.path.join(source, name + ".csv")) as file:
            rows = list(csv.reader(file))
        with open(os.path.join(folder, name + ".csv"), "w") as file:
            kept = [row for row in rows[1:] if row[0] in names
                    and (name == "firms" or row[1] in names)]
            csv.writer(file).writerows([rows[0]] + kept)
    with open(scenario) as file:
        text = file.read()
    with open(os.path.join(folder, "eight.yaml"), "w") as file:
        file.write(text)


def peers(scenario, proven, worths, divided, seconds, likely, dividing):
    try:
        import numpy as np
    except ImportError:
        print("no Python with numpy: the peers are left out")
        return
    cluster = Cluster(os.path.dirname(scenario),
                      {key: number_after(scenario, word) for key, word in
                       [("reciprocity", "reciprocity"),
                        ("premium", "value")]})
    other = peer("worths of 2,048 alliances without proof", likely,
                 "numpy, one start each",
                 lambda: worths_by_numpy(cluster, 0.5))
    differing = np.abs(other - np.array(worths)) > 1e-6
    print(f"  worths that differ: {differing.sum()}")
    try:
        import coopgame
    except ImportError:
        print("no Python with coopgame-py: its prenucleolus is left out")
        return
    theirs = peer("values of 2,048 worths", dividing,
                  "prenucleolus of coopgame-py",
                  lambda: coopgame.prenucleolus(coopgame.Game(worths[1:])))
    pairs = zip(divided["divisions"]["nucleolus"]["shares"],
                theirs["allocation"])
    print("  largest difference:",
          f"{max(abs(a - b) for a, b in pairs):.1e}")


main()

"""numpy.linalg.solve on the system of DenseNetwork.

    dense_network.py PLAYERS SECONDS
"""

import sys
import time

import numpy as np

from ratios import ratio

count, ours = int(sys.argv[1]), float(sys.argv[2])
best = float("inf")
network = np.random.default_rng(1).random((count, count))
np.fill_diagonal(network, 0)
for _ in range(3):
    start = time.perf_counter()
    system = np.eye(count) - network / count
    middle = time.perf_counter()
    np.linalg.solve(system, np.ones(count))
    end = time.perf_counter()
    best = min(best, end - middle)
    print(f"numpy: {end - middle} s, {end - start} s with the set-up")
ratio(f"linear-quadratic game of {count} players", ours,
      "numpy.linalg.solve", best)

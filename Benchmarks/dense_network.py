"""numpy.linalg.solve on the system of DenseNetwork, matrix set-up included."""

import sys
import time

import numpy as np

count = int(sys.argv[1]) if len(sys.argv) > 1 else 4000
network = np.random.default_rng(1).random((count, count))
np.fill_diagonal(network, 0)
for _ in range(3):
    start = time.perf_counter()
    system = np.eye(count) - network / count
    middle = time.perf_counter()
    np.linalg.solve(system, np.ones(count))
    end = time.perf_counter()
    print(f"numpy: {end - middle} s, {end - start} s with the set-up")

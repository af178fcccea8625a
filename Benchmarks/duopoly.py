"""The feedback equilibrium of the duopoly of FeedbackDuopoly by QuantEcon.

    duopoly.py MICROSECONDS
"""

import sys
import time

import numpy as np
import quantecon as qe

from ratios import ratio

state = np.eye(3)
controls = [np.array([[0.0], [1.0], [0.0]]), np.array([[0.0], [0.0], [1.0]])]
costs = [
    np.array([[0.0, -5.0, 0.0], [-5.0, 2.0, 1.0], [0.0, 1.0, 0.0]]),
    np.array([[0.0, 0.0, -5.0], [0.0, 0.0, 1.0], [-5.0, 1.0, 2.0]]),
]
zero, none = 0.0, np.zeros((3, 1))
times = []
for _ in range(51):
    start = time.perf_counter()
    gains = qe.nnash(
        state, *controls, *costs, 12.0, 12.0, zero, zero, none, none, zero,
        zero, beta=0.96)
    times.append(1e6 * (time.perf_counter() - start))
median = sorted(times)[25]
ratio("feedback equilibrium of a duopoly", float(sys.argv[1]), "QuantEcon",
      median, "µs")
for gain in gains[:2]:
    print("  gain", *gain[0])

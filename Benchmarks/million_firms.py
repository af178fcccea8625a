"""Best-response sweeps on the arrays that MillionFirms wrote, by numba with
fast-math: the same algorithm, player after player, in place."""

import sys
import time

import numpy as np
from numba import njit

from ratios import ratio


@njit(fastmath=True, cache=False)
def sweep(starts, columns, values, gathered, levels, knowledge, absorption,
          opportunity, linear, quadratic, kappa):
    largest = 0.0
    for i in range(levels.size):
        q = 0.0
        for k in range(starts[i], starts[i + 1]):
            q += values[k] * gathered[columns[k]]
        q *= absorption[i]
        x = levels[i]
        gain = opportunity[i] * kappa * q
        for _ in range(100):
            z = 1.0 + q * (1.0 + kappa * x)
            f = gain / z - linear[i] - quadratic[i] * x
            slope = -gain * kappa * q / (z * z) - quadratic[i]
            y = min(1.0, max(0.0, x - f / slope))
            step = abs(y - x)
            x = y
            if step <= 1e-3:
                break
        largest = max(largest, abs(x - levels[i]))
        levels[i] = x
        gathered[i] = knowledge[i] * x
    return largest


def solve(arrays, tolerance=1e-10):
    starts, columns, values, firms = arrays
    knowledge, absorption, opportunity, linear, quadratic = (
        np.ascontiguousarray(firms[:, k]) for k in range(5))
    levels = np.ones(len(knowledge))
    gathered = knowledge.copy()
    sweeps = 0
    while True:
        sweeps += 1
        distance = sweep(starts, columns, values, gathered, levels, knowledge,
                         absorption, opportunity, linear, quadratic,
                         firms[0, 5])
        if distance <= tolerance or sweeps >= 10_000:
            return levels, sweeps, distance


def main(folder, ours):
    arrays = (np.fromfile(f"{folder}/starts.bin", np.int64),
              np.fromfile(f"{folder}/columns.bin", np.int32),
              np.fromfile(f"{folder}/values.bin", np.float64),
              np.fromfile(f"{folder}/firms.bin", np.float64).reshape(-1, 6))
    solve(arrays)  # compiles
    best = wall = float("inf")
    for _ in range(3):
        clock, start = time.perf_counter(), time.thread_time()
        levels, sweeps, distance = solve(arrays)
        best = min(best, time.thread_time() - start)
        wall = min(wall, time.perf_counter() - clock)
    print(f"numba, fast-math, by the clock: {wall} s")
    print(f"numba, fast-math, processor time: {best} s")
    ratio(f"best responses of {len(levels)} firms", ours, "numba", best)
    print(f"  {sweeps} sweeps, residual {distance}, mean level {levels.mean()}")


main(sys.argv[1], float(sys.argv[2]))

"""The benchmark WarmStart once more in numpy: the same game, the same Newton
method on the natural map, the same starts and tolerance. The fallback by best
responses, which a warm start never needs, is left out."""
import sys
import time

import numpy as np

from ratios import ratio

KNOWLEDGE = np.array([1.8, 1.0, 0.6])
ABSORPTION = np.array([0.6, 0.7, 0.8])
OPPORTUNITY = np.array([4.0, 3.0, 2.0])
MARKET = np.array([1.5, 1.0, 1.0])
IRREPLACEABILITY = np.array([1.0, 0.5, 0.0])
LINEAR = np.array([0.2, 0.0, 0.0])
QUADRATIC = np.array([2.5, 1.5, 1.0])
CAP = np.ones(3)
USE = np.array([[0, 0.6, 0.4], [0.5, 0, 0.3], [0.7, 0.4, 0]])
RIVALRY = 0.2 * (1 - np.eye(3))
PREMIUM = 4.0 / 3

FLOW = ABSORPTION[:, None] * USE * KNOWLEDGE[None, :]
LEAKED = IRREPLACEABILITY * MARKET * (RIVALRY * FLOW.T).sum(axis=1)
WEIGHT = KNOWLEDGE / KNOWLEDGE.sum()


def derivatives(levels, environment):
    """Pseudo-gradient and Jacobian; logarithmic returns, reciprocity 1."""
    inflow = FLOW @ levels
    openness = WEIGHT @ levels
    reach = 1 + inflow * (1 + levels)
    gain = environment * OPPORTUNITY
    gradient = (gain * inflow / reach + PREMIUM * WEIGHT / (1 + openness)
                - LEAKED - LINEAR - QUADRATIC * levels)
    jacobian = (gain / reach**2)[:, None] * FLOW
    jacobian -= np.outer(PREMIUM * WEIGHT, WEIGHT) / (1 + openness)**2
    jacobian[np.diag_indices(3)] -= gain * inflow**2 / reach**2 + QUADRATIC
    return gradient, jacobian


def newton(levels, environment, tolerance=1e-12, limit=100):
    gradient, jacobian = derivatives(levels, environment)
    for iteration in range(limit):
        scale = np.abs(np.diag(jacobian))
        target = levels + gradient / scale
        gap = np.clip(target, 0, CAP) - levels
        if np.abs(gap).max() <= tolerance:
            return levels, iteration
        merit = gap @ gap
        step = np.where(target <= 0, -levels,
                        np.where(target >= CAP, CAP - levels, 0))
        free = (target > 0) & (target < CAP)
        right = -gradient[free] - jacobian[free] @ step
        step[free] = np.linalg.solve(jacobian[np.ix_(free, free)], right)
        length = 1.0
        while True:
            trial = np.clip(levels + length * step, 0, CAP)
            gradient, jacobian = derivatives(trial, environment)
            scale = np.abs(np.diag(jacobian))
            gap = np.clip(trial + gradient / scale, 0, CAP) - trial
            if gap @ gap <= (1 - 1e-4 * length) * merit or length < 1e-6:
                break
            length /= 2
        levels = trial
    raise RuntimeError("no convergence")


def main():
    environments, pairs, batches = (1.4, 1.41), 200, 21
    levels, steps = np.array([0.5, 0.8, 1.0]), 0
    for environment in environments * 2:
        levels, steps = newton(levels, environment)
    times = []
    for _ in range(batches):
        start = time.perf_counter()
        for _ in range(pairs):
            for environment in environments:
                levels, _ = newton(levels, environment)
        times.append((time.perf_counter() - start) / (2 * pairs))
    times.sort()
    print("levels", np.round(levels, 9))
    print("Newton steps:", steps)
    print(f"median {1e6 * times[batches // 2]:.1f} µs a solve,")
    print(f"fastest {1e6 * times[0]:.1f} µs")
    ratio("warm Newton solve, three firms", float(sys.argv[1]), "numpy",
          1e6 * times[batches // 2], "µs")


main()

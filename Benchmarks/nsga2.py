"""NSGA-II of pymoo on a two-firm scenario: hypervolume and seconds.

    pip install pymoo pyyaml
    python nsga2.py FILE.yaml POPULATION GENERATIONS SECONDS

The payoffs of the standard sharing game are written out anew here, in NumPy
and for whole populations, so that the comparison is fair to pymoo.
"""

import json
import sys
import time

import numpy as np
import yaml
from pymoo.algorithms.moo.nsga2 import NSGA2
from pymoo.core.problem import Problem
from pymoo.indicators.hv import HV
from pymoo.optimize import minimize

from ratios import ratio


def phi(z, curvature):
    """Diminishing returns: linear at curvature 0, the logarithm at 1."""
    if curvature == 1:
        return np.log1p(z)
    return ((1 + z) ** (1 - curvature) - 1) / (1 - curvature)


class SharingGame(Problem):
    """The payoffs of a cluster, minimised with the opposite sign."""

    def __init__(self, scenario):
        firms = scenario["firms"]
        self.n = len(firms)

        def each(key, default):
            return np.array([float(f.get(key, default)) for f in firms])

        self.knowledge = each("knowledge", 1)
        self.opportunity = each("opportunity", 1)
        self.market = each("market", 1) * each("irreplaceability", 1)
        self.plain_market = each("market", 1)
        self.saving = each("innovationCost", 0)
        self.base = each("base", 0)
        costs = [f.get("cost", {}) for f in firms]
        self.linear = np.array([float(c.get("linear", 0)) for c in costs])
        self.quadratic = np.array([float(c.get("quadratic", 0)) for c in costs])
        model = scenario.get("model", {})
        premium = scenario.get("premium", {})
        self.reciprocity = float(model.get("reciprocity", 1))
        self.curvature = float(model.get("curvature", 1))
        self.stealing = float(model.get("stealing", 0))
        self.premium = float(premium.get("value", 0))
        self.premium_curvature = float(premium.get("curvature", 1))
        assert premium.get("shares", "equal") == "equal"
        self.environment = float(scenario.get("environment", 1))
        use = np.array(scenario["complementarity"], dtype=float)
        self.rivalry = np.array(scenario["rivalry"], dtype=float)
        np.fill_diagonal(use, 0)
        np.fill_diagonal(self.rivalry, 0)
        self.flow = each("absorption", 1)[:, None] * use * self.knowledge
        super().__init__(
            n_var=self.n, n_obj=self.n, xl=0.0, xu=each("cap", 1))

    def payoffs(self, s):
        inflow = s @ self.flow.T
        openness = s @ self.knowledge / self.knowledge.sum()
        leaked = (self.rivalry * self.flow.T).sum(axis=1)
        received = inflow @ self.rivalry.T - leaked * s
        gain = phi(inflow * (1 + self.reciprocity * s), self.curvature)
        return (
            self.environment * self.opportunity * gain
            + self.environment * self.saving * inflow / (1 + inflow)
            + (self.premium / self.n
               * phi(openness, self.premium_curvature))[:, None]
            - self.market * leaked * s
            - self.stealing * self.plain_market * received
            - self.linear * s - self.quadratic * s**2 / 2
            + self.base
        )

    def _evaluate(self, x, out, *args, **kwargs):
        out["F"] = -self.payoffs(x)


def main():
    with open(sys.argv[1]) as file:
        scenario = yaml.safe_load(file)
    game = SharingGame(scenario)
    population, generations = int(sys.argv[2]), int(sys.argv[3])
    start = time.perf_counter()
    result = minimize(
        game, NSGA2(pop_size=population), ("n_gen", generations), seed=1)
    seconds = time.perf_counter() - start
    nobody = -game.payoffs(np.zeros((1, game.n)))[0]
    print(json.dumps({
        "method": f"pymoo NSGA-II {population} x {generations}",
        "points": len(result.F),
        "hypervolume": float(HV(ref_point=nobody)(result.F)),
        "seconds": seconds,
    }))
    ratio(f"front of {scenario['name']}, 100 points", float(sys.argv[4]),
          "NSGA-II of pymoo", seconds)


main()

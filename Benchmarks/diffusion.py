"""One diffusion over the links that NetworkDynamics wrote, by EoN's
event-driven simulation and by NDlib in 40 periods. One more node, which uses
the innovation from the start, stands for finding it by oneself.

    diffusion.py FOLDER SECONDS
"""

import sys
import time
import warnings

import networkx as nx
import numpy as np

from ratios import ratio

warnings.filterwarnings("ignore")


def network(folder):
    starts = np.fromfile(f"{folder}/starts.bin", np.int64)
    columns = np.fromfile(f"{folder}/columns.bin", np.int32)
    rates = np.fromfile(f"{folder}/rates.bin", np.float64)
    insight = np.fromfile(f"{folder}/insight.bin", np.float64)
    count = len(insight)
    graph = nx.DiGraph()
    graph.add_nodes_from(range(count + 1))
    for j in range(count):
        part = slice(starts[j], starts[j + 1])
        graph.add_weighted_edges_from(
            (j, i, rate)
            for i, rate in zip(columns[part].tolist(), rates[part].tolist()))
    graph.add_weighted_edges_from(
        (count, i, rate) for i, rate in enumerate(insight.tolist()))
    return graph, count


def event_driven(graph, count, ours):
    import EoN

    best = float("inf")
    for run in range(3 if count <= 100_000 else 1):
        rng = np.random.default_rng(run)
        start = time.perf_counter()
        times, _, adopters, _ = EoN.fast_SIR(
            graph, 1.0, 0.0, initial_infecteds=[count],
            transmission_weight="weight", rng=rng)
        best = min(best, time.perf_counter() - start)
    adopted = adopters[np.searchsorted(times, 10.0, "right") - 1] - 1
    ratio(f"diffusion of {count} firms", ours, "EoN", best)
    print(f"  share after 10 periods {adopted / count}")


def periods(graph, count, ours):
    import ndlib.models.ModelConfig as config
    import ndlib.models.epidemics as epidemics

    model = epidemics.SIModel(graph, seed=1)
    settings = config.Configuration()
    settings.add_model_parameter("beta", 0.038)
    settings.add_model_initial_configuration("Infected", [count])
    model.set_initial_status(settings)
    start = time.perf_counter()
    model.iteration_bunch(40, node_status=False)
    seconds = time.perf_counter() - start
    ratio(f"diffusion of {count} firms", ours,
          "NDlib, 40 periods at one rate", seconds)


def main(folder, ours):
    graph, count = network(folder)
    for peer, run in (("EoN", event_driven), ("ndlib", periods)):
        try:
            run(graph, count, ours)
        except ImportError:
            print(f"no Python with {peer}: it is left out")


main(sys.argv[1], float(sys.argv[2]))

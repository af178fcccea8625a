"""The measures of the network that NetworkMeasures wrote, by networkx and
igraph, beside those that it printed.

    NetworkMeasures FOLDER FIRMS SOURCES | network_measures.py FOLDER SOURCES
"""

import random
import sys
import time

import numpy as np

from ratios import ratio


def links(folder):
    starts = np.fromfile(f"{folder}/starts.bin", np.int64)
    columns = np.fromfile(f"{folder}/columns.bin", np.int32)
    values = np.fromfile(f"{folder}/values.bin", np.float64)
    rows = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    return len(starts) - 1, rows, columns, values


def by_scipy(network, sources):
    from scipy.sparse import csr_array
    from scipy.sparse.linalg import eigs

    count, rows, columns, values = network
    matrix = csr_array((values, (rows, columns)), shape=(count, count))
    return {
        "spectral radius": lambda: abs(eigs(
            matrix, k=1, return_eigenvectors=False, tol=1e-14)[0]),
    }


def by_networkx(network, sources):
    import networkx as nx

    count, rows, columns, values = network
    graph = nx.DiGraph()
    graph.add_nodes_from(range(count))
    graph.add_weighted_edges_from(
        zip(rows.tolist(), columns.tolist(), values.tolist()))
    ties = nx.Graph()
    ties.add_nodes_from(range(count))
    for j, i, value in graph.edges(data="weight"):
        if ties.has_edge(i, j):
            ties[i][j]["weight"] += value
        else:
            ties.add_edge(i, j, weight=value)
    alpha = 0.5 / by_scipy(network, sources)["spectral radius"]()

    def strength_and_overlap():
        from scipy.stats import spearmanr
        strengths, overlaps = [], []
        for i, j, value in ties.edges(data="weight"):
            common = len(ties[i].keys() & ties[j].keys())
            others = ties.degree(i) + ties.degree(j) - 2 - common
            strengths.append(value)
            overlaps.append(common / others if others else 0)
        return spearmanr(strengths, overlaps).statistic

    def closure():
        return (sum(nx.clustering(ties).values()) + nx.transitivity(ties)
                + sum(nx.constraint(ties, weight="weight").values()))

    def paths():
        nx.betweenness_centrality(graph, k=sources, seed=1)
        # nx.closeness_centrality of one node turns all links around first.
        for u in range(sources):
            nx.single_source_shortest_path_length(graph, u)
        return float("nan")

    return {
        "degrees": lambda: sum(d for _, d in graph.degree()),
        "strengths": lambda: sum(
            s for _, s in graph.in_degree(weight="weight")) + sum(
            s for _, s in graph.out_degree(weight="weight")),
        "assortativity": lambda: nx.degree_assortativity_coefficient(ties),
        "core": lambda: sum(nx.core_number(ties).values()),
        "PageRank": lambda: max(nx.pagerank(
            graph, tol=1e-14 / count, max_iter=1000).values()),
        "Katz": lambda: sum(nx.katz_centrality(
            graph.reverse(), alpha, tol=1e-12 / count, normalized=False,
            weight="weight").values()),
        "clustering, transitivity, constraint": closure,
        "strength and overlap": strength_and_overlap,
        "reciprocity": lambda: nx.overall_reciprocity(graph),
        "components": lambda: nx.number_connected_components(ties),
        "strong components":
            lambda: nx.number_strongly_connected_components(graph),
        "bridges": lambda: sum(1 for _ in nx.bridges(ties)),
        "paths": paths,
    }


def by_igraph(network, sources):
    import igraph

    count, rows, columns, values = network
    graph = igraph.Graph(
        n=count, edges=np.column_stack([rows, columns]), directed=True)
    graph.es["weight"] = values
    ties = graph.as_undirected(mode="collapse", combine_edges="sum")
    some = random.Random(1).sample(range(count), sources)

    def unknown(graph):
        # igraph remembers whether a graph is connected, and then looks no more.
        getattr(graph, "__invalidate_cache")()
        return graph

    def parts(mode):
        return lambda: len(unknown(graph).connected_components(mode))

    def closure():
        return (sum(ties.transitivity_local_undirected(mode="zero"))
                + ties.transitivity_undirected()
                + sum(ties.constraint(weights="weight")))

    def paths():
        graph.betweenness(sources=some)
        graph.closeness(some, mode="out")
        return float("nan")

    return {
        "degrees": lambda: sum(graph.degree()),
        "strengths": lambda: sum(graph.strength(weights="weight")),
        "assortativity": lambda: ties.assortativity_degree(directed=False),
        "core": lambda: sum(ties.coreness()),
        "PageRank": lambda: max(graph.pagerank(weights="weight")),
        "clustering, transitivity, constraint": closure,
        "reciprocity": graph.reciprocity,
        "components": parts("weak"),
        "strong components": parts("strong"),
        "bridges": lambda: len(unknown(ties).bridges()),
        "paths": paths,
    }


def timed(measure, runs):
    """The least seconds of processor and clock, and the last value."""
    best = [float("inf")] * 2
    for _ in range(runs):
        starts = time.process_time(), time.perf_counter()
        value = measure()
        now = time.process_time(), time.perf_counter()
        best = [min(b, n - s) for b, n, s in zip(best, now, starts)]
    return best, float(value)


def peers(network, sources):
    for name, peer, runs in (("scipy", by_scipy, 3), ("igraph", by_igraph, 3),
                             ("networkx", by_networkx, 1)):
        try:
            yield name, peer(network, sources), runs
        except ImportError:
            print(f"no Python with {name}: it is left out")


def main(folder, sources):
    ours = dict(
        (name, ((float(processor), float(clock)), float(value)))
        for name, processor, clock, value in (
            line.rstrip("\n").split("\t") for line in sys.stdin))
    for peer, measures, runs in peers(links(folder), sources):
        totals = np.zeros((2, 2))
        for name, measure in measures.items():
            own, expected = ours[name]
            seconds, value = timed(measure, runs)
            totals += [own, seconds]
            ratio(name, 1e3 * own[0], peer, 1e3 * seconds[0], "ms")
            print(f"  {expected:.9g}, {value:.9g}")
        for time_of, (own, seconds) in zip(("processor", "clock"), totals.T):
            ratio(f"all {len(measures)} measures that {peer} has, {time_of}",
                  own, peer, seconds)


main(sys.argv[1], int(sys.argv[2]))

"""What sweeps of three firms cost.

    sweeps.py FOLDER-OF-PROGRAMS POINTS

A folder of a million points is made from the rows of a smaller sweep, which are
repeated under other numbers, all but a few; the command then solves those and
puts the results together.
"""

import os
import statistics
import sys
import tempfile
import time

from ratios import ratio

PROGRAMS, POINTS = sys.argv[1], int(sys.argv[2])
SCENARIO = "Examples/three-firms/three-firms.yaml"
MILLION = 1_000_000
MISSING = 100


def run(program, *arguments, source=os.devnull):
    """Seconds on the clock and of the processor, and the peak memory in MiB."""
    start = time.monotonic()
    process = os.posix_spawn(
        f"{PROGRAMS}/{program}", [program, *arguments], os.environ,
        file_actions=[
            (os.POSIX_SPAWN_OPEN, 0, source, os.O_RDONLY, 0),
            (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
    _, status, usage = os.wait4(process, 0)
    assert status == 0, f"{program} {arguments} ended with {status}"
    return (time.monotonic() - start, usage.ru_utime + usage.ru_stime,
            usage.ru_maxrss / 1024)


def sweep(points, folder, *options):
    return run(
        "coopetition", "sweep", SCENARIO, "--sample", str(points), "--vary",
        "environment=uniform(0.5,2)", "--vary",
        "Beta.opportunity=uniform(2,5)", "--jobs", "1", "--quiet", "--out",
        folder, *options)


def start_up():
    runs = [run("coopetition", "--version") for _ in range(41)]
    clock, processor = (statistics.median(r[k] for r in runs) for k in (0, 1))
    print(f"start-up: {1e3 * clock:.1f} ms, "
          f"{1e3 * processor:.1f} ms of the processor")
    return processor


def point(folder, start):
    """The sweep and the solver alone, in turn, three times."""
    sweeps, alone = [], []
    for trial in range(3):
        place = f"{folder}/points-{trial}"
        sweeps.append(sweep(POINTS, place)[1] - start)
        rows = f"{place}/results.csv"
        alone.append(
            run("SweepPoints", SCENARIO, source=rows)[1]
            - run("SweepPoints", SCENARIO)[1])
    ours, solver = min(sweeps) / POINTS, min(alone) / POINTS
    print(f"a point: {1e3 * ours:.3f} ms, of the solver alone "
          f"{1e3 * solver:.3f} ms")
    ratio("a point of a sweep", 1e3 * ours, "the solver alone", 1e3 * solver,
          "ms")
    return rows


def memory(folder):
    for count in (POINTS, 10 * POINTS):
        peak = sweep(count, f"{folder}/memory-{count}")[2]
        print(f"a sweep of {count:,} points, to the end: {peak:.0f} MiB")


def million(folder, rows, parts):
    place = f"{folder}/million-{parts}"
    sweep(MILLION, place, "--shard", f"{MILLION}/{MILLION}")
    os.remove(f"{place}/part-{MILLION}-of-{MILLION}.csv")
    with open(rows) as file:
        header, *lines = file.readlines()
    tails = [line.partition(",")[2] for line in lines]
    for part in range(1, parts + 1):
        with open(f"{place}/part-{part}-of-{parts}.csv", "w") as file:
            file.write(header)
            for number in range(part - 1, MILLION - MISSING, parts):
                file.write(f"{number},{tails[number % len(tails)]}")
    clock, processor, peak = sweep(MILLION, place)
    print(f"a million points in {parts} parts, {MISSING} of them missing: "
          f"{clock:.0f} s, {processor:.0f} s of the processor, {peak:.0f} MiB")


with tempfile.TemporaryDirectory() as folder:
    rows = point(folder, start_up())
    memory(folder)
    for parts in (1, 3000):
        million(folder, rows, parts)

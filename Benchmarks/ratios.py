"""How many times as much a peer takes, one line each, for run-all:

    ratio | what | ours | peer | theirs | times

    ratios.py WHAT OURS PEER THEIRS UNIT    prints a line
    ratios.py <LOG                          prints the lines of a log as a table
"""
import sys

MARK = "ratio | "


def figure(number):
    return f"{number:,.0f}" if number >= 1000 else f"{number:.3g}"


def ratio(what, ours, peer, theirs, unit="s"):
    print(MARK + " | ".join([
        what, f"{figure(ours)} {unit}", peer, f"{figure(theirs)} {unit}",
        figure(theirs / ours)]), flush=True)


def table(log):
    print("| measurement | ours | peer | theirs | times |")
    print("|---|---|---|---|---|")
    for line in log:
        if line.startswith(MARK):
            print("| " + line.rstrip("\n").removeprefix(MARK) + " |")


if __name__ == "__main__":
    if len(sys.argv) == 1:
        table(sys.stdin)
    else:
        what, ours, peer, theirs, unit = sys.argv[1:]
        ratio(what, float(ours), peer, float(theirs), unit)

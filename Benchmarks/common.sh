# Sourced by the benchmarks, in the folder of the package.

# The folder of the programs: that which PRODUCTS names, where they are built
# already, or that into which `need` builds them for release.
products=${PRODUCTS:-Benchmarks/.build/release}

need() {
  [[ -z ${PRODUCTS:-} ]] || return 0
  Scripts/setup
  for product in "$@"; do
    swift build -c release --package-path Benchmarks --product "$product" >&2
  done
}

# Whether Python has some modules, and what is said if it has not.
has() { python3 -c "import $1" 2>/dev/null; }
left_out() { echo "no Python with $1: its part is left out"; }

# ratio WHAT OURS PEER THEIRS UNIT: a line that run-all collects.
ratio() {
  if has sys; then python3 Benchmarks/ratios.py "$@"; fi
}

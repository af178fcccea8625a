# Reads what `coopetition solve --levels` and `coopetition sweep` wrote.
#
#     coopetition solve sematech-1991.yaml --levels levels.csv
#     coopetition sweep three-firms.yaml --vary environment=0.5:2:7 --out grid
#     Rscript read-results.R levels.csv grid/results.csv
#
# Base R alone; with the package jsonlite, fromJSON reads what --json prints.
paths <- commandArgs(trailingOnly = TRUE)

levels <- read.csv(paths[1], check.names = FALSE)
for (state in grep("^equilibrium", names(levels), value = TRUE)) {
  sharing <- levels[levels[[state]] > 0, ]
  cat(state, ": ", nrow(sharing), " of ", nrow(levels), " share\n", sep = "")
  cat(sprintf("  %s shares %.3f\n", sharing$firm, sharing[[state]]), sep = "")
}

sweep <- read.csv(paths[2], check.names = FALSE)
sweep <- sweep[is.na(sweep$error) | sweep$error == "", ]
reached <- !is.na(sweep$best.efficiency) & sweep$best.efficiency >= 0.5
cat(nrow(sweep), " points, at ", sum(reached),
    " of them half of what sharing can add is within reach\n", sep = "")
if (any(reached)) {
  cat("from an environment of", min(sweep$environment[reached]), "on\n")
}

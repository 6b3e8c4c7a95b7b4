# Milliseconds of glm alone, on the rows that the server has.
d <- read.csv(commandArgs(TRUE)[1])
start <- proc.time()[["elapsed"]]
fit <- glm(y ~ x1 + x2 + x3 + x4 + x5, family = binomial, data = d)
cat(1000 * (proc.time()[["elapsed"]] - start), "\n")

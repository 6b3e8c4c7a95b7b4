# Milliseconds of coxph alone, on the rows that the server has.
library(survival)
d <- read.csv(commandArgs(TRUE)[1])
start <- proc.time()[["elapsed"]]
fit <- coxph(Surv(t, e) ~ x1 + x2 + x3 + x4 + x5, data = d)
cat(1000 * (proc.time()[["elapsed"]] - start), "\n")

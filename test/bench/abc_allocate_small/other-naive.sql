SELECT round(freight * weight / sum(weight) OVER (PARTITION BY delivery), 2) FROM line;

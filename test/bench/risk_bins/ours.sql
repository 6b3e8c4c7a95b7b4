-- bar: 1.1
SELECT bin_agg(bin, event) FROM binned

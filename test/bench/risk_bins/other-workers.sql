SELECT bin_agg(bin, event) FROM binned

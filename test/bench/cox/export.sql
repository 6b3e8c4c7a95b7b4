SELECT t, day, e::integer AS e, x1, x2, x3, x4, x5 FROM leaving

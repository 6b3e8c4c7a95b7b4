SELECT y::integer AS y, x1, x2, x3, x4, x5 FROM visit

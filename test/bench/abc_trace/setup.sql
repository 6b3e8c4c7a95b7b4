-- rows: 2700
\set serving 1800
\ir ../abc_flow/network.psql

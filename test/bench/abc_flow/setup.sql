-- rows: 2000
\set serving 1400
\ir network.psql

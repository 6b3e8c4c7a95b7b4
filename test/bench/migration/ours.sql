-- bar: 1.2
SELECT migration_agg(before, after) FROM migration

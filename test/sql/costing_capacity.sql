-- abc_capacity: used and unused capacity.

-- A customer service department (Kaplan and Anderson 2004), two quarters, and technical
-- support from head count.
SELECT quarter, used, (abc_capacity(560000, 700000, used)).*
FROM (VALUES ('base', 49000 * 8 + 1400 * 44 + 2500 * 50), ('next', 51000 * 8 + 1150 * 44 + 2700 * 50)) AS q(quarter,
		used);
SELECT unit_time, rate * unit_time AS unit_rate
FROM abc_capacity(7 * 43200, 7 * 50 * 2400 * 0.9, 0), unnest('{14,22,34}'::integer[]) AS unit_time;
-- Unit rates of the department times its quantities are its used cost.
SELECT sum(rate * minutes * quantity) AS by_activity, min(used_cost) AS used_cost
FROM abc_capacity(560000, 700000, 578600), (VALUES (8, 49000), (44, 1400), (50, 2500)) AS a(minutes, quantity);

-- Order picking by a time equation.
SELECT lines, minutes, abc_allocate(minutes * 0.80, ARRAY[1]) AS cost
FROM (VALUES (1, 0, 0), (10, 1, 0), (25, 0, 1), (4, 1, 1)) AS o(lines, refrigerated, export),
	LATERAL (SELECT 3 + 0.8 * lines + 6 * refrigerated + 12 * export AS minutes) AS t;

-- Over-driven capacity is negative and not clipped; the two costs always add up.
SELECT used_cost, unused, unused_cost, utilisation FROM abc_capacity(100, 10, 12.5);
SELECT rate, used_cost, unused_cost, used_cost + unused_cost = 100 AS adds_up FROM abc_capacity(100, 7, 3);
SELECT used_cost, unused_cost FROM abc_capacity(100, 7, 3, 0);
SELECT used_cost, unused_cost FROM abc_capacity(-0.01, 2, 1);
SELECT count(*) AS does_not_add_up
FROM generate_series(1, 1000) AS i, abc_capacity(i * 0.37, 1 + i % 13, (i * 7919 % 1000) / 7.0)
WHERE used_cost + unused_cost <> i * 0.37 OR scale(used_cost) <> 2;
SELECT used_cost, used_cost + unused_cost AS sum FROM abc_capacity(100, 3, 1, 20);
SELECT used_cost
FROM (VALUES (0.01499999999999999999999999), (0.015), (0.045), (0)) AS u(used), abc_capacity(1, 3, used);
SELECT used_cost FROM (VALUES (0.01499999999999999999999999), (0.015), (0.045)) AS u(used), abc_capacity(-1, 3, used);
SELECT * FROM abc_capacity(NULL, 1, 1);

SELECT abc_capacity(100, 0, 1);
SELECT abc_capacity(100, -1, 1);
SELECT abc_capacity(100, 1, -1);
SELECT abc_capacity('NaN', 1, 1);
SELECT abc_capacity(1, 'NaN', 1);
SELECT abc_capacity(1.001, 1, 1);

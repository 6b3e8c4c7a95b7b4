// node.js DSN READINGS: each reading with a named prepared statement against the server's text of it.
const { Client, types } = require('pg');
const fs = require('fs');

types.setTypeParser(1082, (text) => text);	// a date has no time zone

const flat = (value) => (Array.isArray(value) ? value.flatMap(flat) : [value]);
function same(value, text) {
	if (value === null || text === null) return value === text;
	if (Array.isArray(value)) return flat(value).every((v, i) => same(v, text.replace(/[{}]/g, '').split(',')[i]));
	if (typeof value === 'object') return JSON.stringify(value) === JSON.stringify(JSON.parse(text));
	if (typeof value === 'number') return value === Number(text);
	return String(value) === text;
}

(async () => {
	const client = new Client({ connectionString: process.argv[2] });
	let values = 0;
	const seen = new Set();
	await client.connect();
	for (const line of fs.readFileSync(process.argv[3], 'utf8').trimEnd().split('\n')) {
		const [query, parameter] = line.split('\t');
		const name = 's' + require('crypto').createHash('md5').update(query).digest('hex');
		for (let round = 0; round < 2; round++) {
			const result = await client.query({ name, text: query, values: [parameter] });
			const names = result.fields.map((f) => f.name);
			const reference = await client.query({ text: `SELECT ${names.map((n) => `q."${n}"::text`).join(', ')} FROM (${query}) AS q`, values: [parameter], rowMode: 'array' });
			result.rows.forEach((row, i) => names.forEach((n, j) => {
				values++;
				seen.add(row[n] === null ? 'null' : Array.isArray(row[n]) ? 'array' : typeof row[n]);
				if (!same(row[n], reference.rows[i][j])) throw new Error(`${n} of ${query}: ${row[n]} is not ${reference.rows[i][j]}`);
			}));
		}
	}
	await client.end();
	console.log(`node-postgres ${require('pg/package.json').version}: ${values} values, as ${[...seen].sort().join(', ')}`);
})().catch((error) => { console.error(error.message); process.exit(1); });

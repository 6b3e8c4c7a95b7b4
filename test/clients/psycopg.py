# psycopg.py DSN READINGS: each reading as the driver's own types against the server's text of it.
import datetime, decimal, json, sys
import psycopg2

connection = psycopg2.connect(sys.argv[1])
cursor = connection.cursor()
values = 0
types = set()


def same(value, text):
    if value is None or text is None:
        return value is None and text is None
    if isinstance(value, bool):
        return text == ('true' if value else 'false')
    if isinstance(value, (int, float)):
        return float(text) == float(value)
    if isinstance(value, decimal.Decimal):
        return decimal.Decimal(text) == value
    if isinstance(value, (dict, list)) and text[:1] in '[{' and not isinstance(value, list):
        return json.loads(text) == value
    if isinstance(value, list):
        return str(value).count(',') == text.count(',')
    if isinstance(value, datetime.date):
        return value.isoformat() == text
    return str(value) == text


for line in open(sys.argv[2]):
    query, parameter = line.rstrip('\n').split('\t')
    query = query.replace('%', '%%').replace('$1', '%(p)s')
    cursor.execute(query, {'p': parameter})
    rows = cursor.fetchall()
    names = [c.name for c in cursor.description]
    cursor.execute('SELECT %s FROM (%s) AS q' % (', '.join('q."%s"::text' % n for n in names), query), {'p': parameter})
    for row, texts in zip(rows, cursor.fetchall()):
        for name, value, text in zip(names, row, texts):
            values += 1
            types.add(type(value).__name__)
            if not same(value, text):
                sys.exit('%s of %s: %r is not %s' % (name, query, value, text))
print('psycopg2 %s: %d values, as %s' % (psycopg2.__version__.split()[0], values, ', '.join(sorted(types))))

# awk -f draft-update.awk OLD.sql NEW.sql: the script that updates the extension from one version to the next, for a
# person to review.  NEW may be several files.
#
# It has the statements of the new install script that the old one does not have, in their order, each with the comment
# above it.  Statements are the same when they differ in white space only, or in how a string is broken into lines.
# Where an existing function only has other names of arguments, the names are written to the catalog, since CREATE OR
# REPLACE cannot change them: PostgreSQL's own extensions do it like that.  Where it has other defaults, or takes NULL where
# it did not, it is replaced.  Everything else that an update may not do (drop a function, change its result, its cost, its
# columns) is an error that names the statement: such a step is written by hand.  A statement ends with a semicolon at the
# end of a line.

function complain(what, statement)
{
	printf "%s: %s\n", what, substr(statement, 1, 100) > "/dev/stderr"
	wrong = 1
}

# A piece of SQL outside strings: one space between words, none beside brackets and commas.
function tidy(s)
{
	gsub(/[ \t\n]+/, " ", s)
	gsub(/ ?\( ?/, "(", s)
	gsub(/ ?\) ?/, ")", s)
	gsub(/ ?, ?/, ",", s)
	return s
}

# A line of a statement: pieces with odd numbers are outside strings, those with even numbers within.
function take(line,    part, n, i)
{
	n = split(line, part, "'")
	for (i = 1; i <= n; i++) {
		if (i > 1)
			piece[++pieces] = ""
		if (pieces % 2 && match(part[i], /--/)) {
			piece[pieces] = piece[pieces] substr(part[i], 1, RSTART - 1)
			break
		}
		piece[pieces] = piece[pieces] part[i]
	}
	finished = pieces % 2 && piece[pieces] ~ /;[ \t]*$/
	piece[pieces] = piece[pieces] "\n"
}

# The statement in one line.  Strings that are parted by a line's end are one; two quotes in a string stay two.
function normal(    s, i)
{
	s = tidy(piece[1])
	for (i = 2; i <= pieces; i += 2) {
		s = s "'" piece[i]
		while (i < pieces - 1 && piece[i + 1] ~ /^[ \t\n]*\n[ \t\n]*$/) {
			i += 2
			s = s piece[i]
		}
		s = s "'" tidy(piece[i + 1])
	}
	sub(/^ /, "", s)
	sub(/;? ?$/, "", s)
	return s
}

# Where the bracket that opens s closes; arguments are put into argument[1..arguments].
function arguments_of(s,    i, c, depth, quoted, from)
{
	arguments = depth = quoted = 0
	from = 2
	for (i = 1; i <= length(s); i++) {
		c = substr(s, i, 1)
		if (c == "'")
			quoted = !quoted
		if (quoted)
			continue
		if (c == "(")
			depth++
		if (c == ")")
			depth--
		if (depth == 0 || (depth == 1 && c == ",")) {
			if (i > from)
				argument[++arguments] = substr(s, from, i - from)
			from = i + 1
		}
		if (depth == 0)
			return i
	}
	complain("a bracket that does not close", s)
	return length(s)
}

# What a CREATE FUNCTION or AGGREGATE is about: its signature, the names of all arguments, and the statement without the
# names of those that go in.
function examine(s,    from, to, i, mode, name, type, columns)
{
	from = index(s, "(")
	to = from + arguments_of(substr(s, from)) - 1
	signature = substr(s, 1, from)
	sub(/^CREATE (FUNCTION|AGGREGATE) /, "", signature)
	# A function in C has its own name there, unless another one is given.
	sub(/ AS 'MODULE_PATHNAME' /, " AS 'MODULE_PATHNAME','" substr(signature, 1, length(signature) - 1) "' ", s)
	nameless = substr(s, 1, from)
	names = ""
	types = 0
	for (i = 1; i <= arguments; i++) {
		mode = type = argument[i]
		if (!sub(/ .*/, "", mode) || mode !~ /^(IN|OUT|INOUT|VARIADIC)$/)
			mode = ""
		else
			sub(/^[A-Z]+ /, "", type)
		name = ""
		if (type ~ / / && type !~ /^double precision/) {
			name = type
			sub(/ .*/, "", name)
			sub(/^[^ ]+ /, "", type)
		}
		names = names (i > 1 ? "," : "") name
		nameless = nameless (i > 1 ? "," : "") mode " " (mode == "OUT" ? name : "") " " type
		sub(/ (DEFAULT |= ?).*/, "", type)
		if (mode != "OUT")
			signature = signature (types++ ? ", " : "") type
	}
	signature = signature ")"
	nameless = nameless substr(s, to)
	columns = substr(s, to + 1)
	if (sub(/^ ?RETURNS TABLE\(/, "(", columns)) {
		arguments_of(columns)
		for (i = 1; i <= arguments; i++) {
			sub(/ .*/, "", argument[i])
			names = names "," argument[i]
		}
	}
}

# A function without its defaults and STRICT, which may change.
function settled(s)
{
	gsub(/ DEFAULT [^,)]*/, " DEFAULT", s)
	sub(/ STRICT/, "", s)
	return s
}

# What a statement that creates anything else creates.
function object_of(s,    from)
{
	if (s ~ /^CREATE OPERATOR [^ A-Z(]+\(/) {
		from = match(s, /RIGHTARG = [^,]*,/)
		return substr(s, 1, RSTART + RLENGTH - 2)
	}
	sub(/(\(| AS ).*/, s ~ /^CREATE TYPE [^(]*\(/ ? " (" : "", s)
	return s
}

function is_old(statement)
{
	old[statement] = 1
	if (statement ~ /^CREATE (FUNCTION|AGGREGATE) /) {
		examine(statement)
		old_nameless[signature] = nameless
		old_names[signature] = names
	}
	else if (statement ~ /^CREATE /)
		old_object[object_of(statement)] = 1
}

function is_new(statement, text)
{
	if (statement ~ /^CREATE (FUNCTION|AGGREGATE) /) {
		examine(statement)
		kept[signature] = 1
		if (!(signature in old_nameless))
			printf "%s", text
		else if (old_nameless[signature] != nameless && settled(old_nameless[signature]) == settled(nameless)) {
			sub(/CREATE FUNCTION/, "CREATE OR REPLACE FUNCTION", text)
			printf "%s", text
		}
		else if (old_nameless[signature] != nameless)
			complain("changes in more than the names of its arguments", statement)
		else if (old_names[signature] != names)
			renamed[++renames] = "('" signature "', '{" names "}')"
	}
	else if (statement ~ /^CREATE / && object_of(statement) in old_object) {
		kept[object_of(statement)] = 1
		if (!(statement in old))
			complain("changes", statement)
	}
	else if (!(statement in old))
		printf "%s", text
}

BEGIN {
	print "\\echo Use \"ALTER EXTENSION custvalue UPDATE\" to load this file. \\quit"
	piece[pieces = 1] = ""
}

/^\\/ { next }
{ text = text $0 "\n" }
pieces == 1 && piece[1] ~ /^[ \t\n]*$/ && (/^--/ || /^[ \t]*$/) { next }
{ take($0) }
finished {
	if (FNR == NR)
		is_old(normal())
	else
		is_new(normal(), text)
	text = ""
	piece[pieces = 1] = ""
}

END {
	if (pieces > 1 || piece[1] !~ /^[ \t\n]*$/)
		complain("a statement that does not end", piece[1])
	if (renames) {
		print "\n-- Arguments of existing functions that have other names now."
		print "UPDATE pg_catalog.pg_proc SET proargnames = renamed.names::pg_catalog.text[]"
		print "FROM (VALUES"
		for (i = 1; i <= renames; i++)
			printf "\t%s%s\n", renamed[i], i < renames ? "," : ""
		print ") AS renamed(signature, names)"
		print "WHERE oid OPERATOR(pg_catalog.=) pg_catalog.to_regprocedure(renamed.signature)::pg_catalog.oid;"
	}
	for (signature in old_nameless)
		if (!(signature in kept))
			complain("is dropped", signature)
	for (object in old_object)
		if (!(object in kept))
			complain("is dropped", object)
	exit wrong
}

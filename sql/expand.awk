# awk -f expand.awk FILE...: the install script, with its loops written out.
#
# Declarations that differ only in a type or a name are written once:
#
#	-- for T in numeric bigint float8
#	... {T} ...
#	-- end
#
# Several words change together when they stand beside each other, parted by a slash:
#	-- for T C in date/date timestamp/timestamp timestamptz/timestamp
# A long list goes on in lines that begin with two hyphens and a tab.  A loop may not hold another one.
function fail(what)
{
	printf "%s:%d: %s\n", FILENAME, FNR, what > "/dev/stderr"
	failed = 1
	exit 1
}

/^-- for / {
	if (names)
		fail("a loop within a loop")
	for (names = 0; $(names + 3) != "in"; names++) {
		if (names + 3 > NF)
			fail("a loop without \"in\"")
		name[names + 1] = $(names + 3)
	}
	rounds = 0
	for (i = names + 4; i <= NF; i++)
		value[++rounds] = $i
	body = ""
	next
}

names && body == "" && /^--\t/ {
	for (i = 2; i <= NF; i++)
		value[++rounds] = $i
	next
}

/^-- end$/ {
	if (!names)
		fail("an end without a loop")
	for (i = 1; i <= rounds; i++) {
		text = body
		if (split(value[i], word, "/") != names)
			fail("a round with another number of words")
		for (k = 1; k <= names; k++)
			gsub("\\{" name[k] "\\}", word[k], text)
		printf "%s", text
	}
	names = 0
	next
}

names { body = body $0 "\n"; next }
{ print }

END {
	if (names && !failed)
		fail("a loop without an end")
}

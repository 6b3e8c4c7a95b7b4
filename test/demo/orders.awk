# An order log, read once: options and environment in, a table for \copy out, and on the screen how the log was read.
#
#   awk -f orders.awk LOG.csv >orders.tsv      the screen's lines go to the file in ORDERS_REPORT
#
# Nothing is guessed.  What this does not understand it refuses, with the line, the column, the value and the option
# that helps; up to five such places are shown.  Exit status 1: the log cannot be used; 2: an option has a bad value.
#
# Text is bytes here (LC_ALL=C).  No repetition counts in patterns: mawk has none.
# Environment: ORDERS_NAME, _COLUMNS, _DELIMITER, _DECIMAL, _DATE_FORMAT, _COST, _ANONYMOUS, _DUPLICATES, _YEAR (this
# year), _REPORT.

BEGIN {
	FS = "\001"
	NAME = ENVIRON["ORDERS_NAME"]
	DECIMAL = ENVIRON["ORDERS_DECIMAL"]
	DELIMITER = ENVIRON["ORDERS_DELIMITER"] == "" ? "," : ENVIRON["ORDERS_DELIMITER"]
	DATE_FORMAT = ENVIRON["ORDERS_DATE_FORMAT"] == "" ? "YYYY-MM-DD" : ENVIRON["ORDERS_DATE_FORMAT"]
	ANONYMOUS = ENVIRON["ORDERS_ANONYMOUS"]
	DUPLICATES = ENVIRON["ORDERS_DUPLICATES"]
	QUOTE_HINT = "Cells with quotes inside are written \"5\"\" pipe\"."
	THIS_YEAR = ENVIRON["ORDERS_YEAR"] + 0
	REPORT = ENVIRON["ORDERS_REPORT"]
	know_words()
	read_date_format()
	read_columns_option()
}

NR == 1 { sub(/^\357\273\277/, "") }
{ sub(/\r$/, "") }

# The first five problems are shown.  A long log is not read to its end only to count the others.
problems > 5 && NR > 50000 {
	unread = 1
	exit
}

# A record is a line, or several where a quoted cell has line ends in it.
{
	if (open_line)
		record = record "\n" $0
	else if ($0 ~ /^[ \t]*$/) {
		empty++
		next
	} else {
		record = $0
		record_line = NR
	}
	cells = split_record(record)
	open_line = cells < 0 ? record_line : 0
	if (open_line && NR - open_line < 100)
		next
	if (open_line)
		exit refuse(place(open_line) ": a quote is not closed within 100 lines: " shown(record),
			QUOTE_HINT)
	if (!header_line)
		take_header()
	else
		take_record()
}

END {
	if (status)
		exit status
	if (open_line && !unread)
		exit refuse(place(open_line) ": a quote is not closed: " shown(record),
			QUOTE_HINT)
	if (!header_line)
		exit refuse(NAME " has empty lines only")
	find_lost_years()
	if (problems)
		exit refuse(problem_list (problems > 5 ? "\nand " problems - 5 " more" : "") \
			(unread ? "; lines from " NR " on were not read" : ""), hint_list())
	if (!lines)
		exit refuse(NAME " has a header but no orders" (skipped ? "; " plural(skipped, "line") " left out" : ""))
	if (total <= 0)
		exit refuse(NAME ": the amounts add up to " sprintf("%.2f", total / 100) ", so there is no revenue to analyse")
	report()
}

# ---------------------------------------------------------------- words

function know_words(    i, n, word, role) {
	known["order"] = "orderid orderno ordernumber ordernr order invoiceid invoiceno invoicenumber invoicenr invoice" \
		" transactionid transactionno transaction receiptid receiptno receipt id"
	known["date"] = "orderdate invoicedate transactiondate purchasedate salesdate saledate date day orderedat ordered" \
		" orderedon ordertime ordertimestamp timestamp datetime createdat"
	known["customer"] = "customerid customerno customernumber customernr customer custid custno cust customercode" \
		" clientid clientno client accountid accountno account buyerid buyer userid user memberid member customername"
	known["amount"] = "amount total totalamount ordertotal orderamount ordervalue invoicetotal invoiceamount" \
		" totalvalue totalprice totalsales value revenue netrevenue sales salesamount turnover spend netamount net" \
		" subtotal grossamount gross"
	known["cost"] = ""
	roles = split("date customer amount order cost", role_name, " ")

	# What programs write where there is nothing.
	n = split("null none nil nan na n/a n.a. n.a #n/a #null! (null) <null> \\n undefined unknown missing (blank)" \
		" - -- ? .", word, " ")
	for (i = 1; i <= n; i++)
		means_nothing[word[i]] = 1
	n = split("january february march april may june july august september october november december", month_name, " ")
	split("31 28 31 30 31 30 31 31 30 31 30 31", month_days, " ")
}

function trim(text) {
	sub(/^[ \t]+/, "", text)
	sub(/[ \t]+$/, "", text)
	return text
}

# "Customer ID", "customer_id" and "CustomerID" are one name.  Letters outside ASCII stay as they are.
function plain(name) {
	gsub(/[\001-\057\072-\100\133-\140\173-\177]/, "", name)
	return tolower(name)
}

# A value in a message: at most 80 bytes, cut between characters, without control characters.
function shown(text,    n) {
	gsub(/[\001-\037\177]/, " ", text)
	n = 80
	if (length(text) <= n)
		return text
	while (n > 1 && substr(text, n + 1, 1) ~ /[\200-\277]/)
		n--
	return substr(text, 1, n) "..."
}

function plural(n, noun) { return n " " noun (n == 1 ? "" : "s") }
function place(line) { return NAME ", line " line }

# ---------------------------------------------------------------- refusals

function say_error(text) {
	printf "%s\n", text >"/dev/stderr"
}

# The log cannot be used.  The value is awk's exit status.
function refuse(text, hint) {
	say_error("demo.sh: " NAME " cannot be used; nothing was computed.\n" text (hint == "" ? "" : "\nHint: " hint))
	return status = 1
}

function bad_option(text) {
	say_error("demo.sh: " text "\nTry: sh test/demo.sh --help")
	exit status = 2
}

# One value that is not understood.  The first five are shown, with the hints that these give.
function complain(line, column, value, problem, hint) {
	if (++problems > 5)
		return
	problem_list = problem_list (problems > 1 ? "\n" : "") place(line) ", column \"" shown(column) "\": \"" \
		shown(value) "\" " problem
	add_hint(hint)
}

function complain_of_line(line, problem, hint) {
	if (++problems > 5)
		return
	problem_list = problem_list (problems > 1 ? "\n" : "") place(line) ": " problem
	add_hint(hint)
}

function add_hint(hint) {
	if (hint != "" && !(hint in hinted)) {
		hinted[hint] = 1
		hint_order[++hints] = hint
	}
}

# Which of DD/MM and MM/DD a log has is seen only at its end.
function hint_list(    i, hint, list) {
	for (i = 1; i <= hints; i++) {
		hint = hint_order[i]
		if (hint ~ /^day or month/)
			hint = day_or_month_hint(substr(hint, 14))
		# The format that was given is no help.
		if (hint != "" && index(hint, "--date-format " DATE_FORMAT ",") != 1)
			list = list (list == "" ? "" : "\nHint: ") hint
	}
	return list
}

# ---------------------------------------------------------------- records and cells

# The cells of a record into cell[]; their number, or -1 where the last quote is still open.
function split_record(text,    n, at) {
	if (index(text, "\"") == 0) {
		cell_problem = ""
		return split(text, cell, DELIMITER)
	}
	cell_problem = ""
	n = 0
	while (1) {
		n++
		if (text ~ /^ *"/) {
			if (!match(text, /^ *"([^"]|"")*" */))
				return -1
			cell[n] = unquote(substr(text, 1, RLENGTH))
			text = substr(text, RLENGTH + 1)
			if (text != "" && substr(text, 1, 1) != DELIMITER)
				bad_cell(n, cell[n] "\"" text, "has text after its closing quote")
		} else {
			at = index(text, DELIMITER)
			cell[n] = at ? substr(text, 1, at - 1) : text
			text = at ? substr(text, at) : ""
			if (index(cell[n], "\""))
				bad_cell(n, cell[n], "has a quote inside and none around it")
		}
		if (text == "" || cell_problem != "")
			return n
		text = substr(text, 2)
	}
}

function bad_cell(n, value, problem) {
	bad_column = n
	bad_value = value
	cell_problem = problem
}

function unquote(text) {
	sub(/^ *"/, "", text)
	sub(/" *$/, "", text)
	gsub(/""/, "\"", text)
	return text
}

# ---------------------------------------------------------------- the header, and who is who in it

function take_header(    i) {
	header_line = record_line
	columns = cells
	for (i = 1; i <= columns; i++) {
		column[i] = trim(cell[i])
		plain_name[i] = plain(column[i])
	}
	if (cell_problem != "")
		exit refuse(place(header_line) ", column " bad_column ": " shown(bad_value) " " cell_problem, QUOTE_HINT)
	check_delimiter()
	for (i = 1; i <= roles; i++)
		if (role_name[i] in asked)
			column_of[role_name[i]] = asked_column(role_name[i], asked[role_name[i]])
	for (i = 1; i <= roles; i++)
		if (!(role_name[i] in asked))
			column_of[role_name[i]] = known_column(role_name[i])
	for (i = 1; i <= 3; i++)
		if (!column_of[role_name[i]])
			refuse_missing(role_name[i])
	check_header_is_one()
}

function column_list(    i, list) {
	for (i = 1; i <= columns && i <= 60; i++)
		list = list (i > 1 ? ", " : "") (column[i] == "" ? "(no name)" : shown(column[i]))
	return list
}

# A header of one cell with another separator in it.
function check_delimiter(    other, best, i, n, most, part) {
	if (columns > 1)
		return
	for (i = 1; i <= 5; i++) {
		other = substr(";,|:\t", i, 1)
		n = other == DELIMITER ? 0 : split(record, part, other) - 1
		if (n > most) {
			most = n
			best = other
		}
	}
	if (most)
		exit refuse(place(header_line) ": no " delimiter_name(DELIMITER) " in the header: " shown(record),
			"--delimiter " (best == "\t" ? "tab" : "'" best "'") " if the columns are separated by " \
			delimiter_name(best) "s.")
}

function delimiter_name(d) {
	return d == "," ? "comma" : d == ";" ? "semicolon" : d == "\t" ? "tab" : d == "|" ? "bar" : "colon"
}

# The one column that an option names: as it is written, or its plain form, or #N.
function asked_column(role, name,    i, found, n, exact) {
	if (name == "none")
		return 0
	if (name ~ /^#[0-9]+$/) {
		n = substr(name, 2) + 0
		if (n < 1 || n > columns)
			exit refuse(place(header_line) ": there is no column " name " for the " role "; there are " columns)
		return taken(n, role)
	}
	for (exact = 1; exact >= 0; exact--) {
		n = 0
		for (i = 1; i <= columns; i++)
			if (exact ? column[i] == name : plain(name) != "" && plain_name[i] == plain(name)) {
				n++
				found = n == 1 ? i : found
				if (n == 2)
					refuse_twins(role, found, i)
			}
		if (n)
			return taken(found, role)
	}
	exit refuse(place(header_line) ": no column \"" shown(name) "\" for the " role "; the columns are: " column_list(),
		"Write a name of the header, or #2 for the second column.")
}

function taken(i, role) {
	if (i in role_of)
		exit refuse(place(header_line) ": the column \"" shown(column[i]) "\" is given for the " role_of[i] \
			" and for the " role)
	role_of[i] = role
	return i
}

function refuse_twins(role, i, j) {
	exit refuse(place(header_line) ": two columns are called \"" shown(column[i]) "\", " i " and " j \
		", so it is not known which is the " role, "--columns " role "=#" i " or --columns " role "=#" j ".")
}

# The first known name of a role that the header has; 0 if it has none.
function known_column(role,    word, n, k, i, found) {
	n = split(known[role], word, " ")
	for (k = 1; k <= n; k++) {
		found = 0
		for (i = 1; i <= columns; i++)
			if (plain_name[i] == word[k] && !(i in role_of)) {
				if (found)
					refuse_twins(role, found, i)
				found = i
			}
		if (found)
			return taken(found, role)
	}
	return 0
}

function refuse_missing(role) {
	if (role in asked)
		bad_option("--columns " role "=none: the " role " is needed")
	exit refuse(place(header_line) ": no column for the " role "; the columns are: " column_list(),
		"--columns " role "=NAME says which it is.  Known names: " known[role] \
		" (capitals, spaces and underscores do not matter).")
}

# A log without a header would lose its first order.
function check_header_is_one() {
	if (iso_date(column[column_of["date"]]) != "" || column[column_of["amount"]] ~ /^[-+]?[0-9][0-9.,]*$/)
		exit refuse(place(header_line) ": this is an order and no header: " shown(record),
			"Put a line with the names of the columns before it, such as: " \
			"order" DELIMITER "date" DELIMITER "customer" DELIMITER "amount")
}

# --columns date=NAME,amount=NAME and --cost NAME.
function read_columns_option(    n, part, i, at, role) {
	n = split(ENVIRON["ORDERS_COLUMNS"], part, ",")
	for (i = 1; i <= n; i++) {
		at = index(part[i], "=")
		role = at ? trim(substr(part[i], 1, at - 1)) : ""
		if (!at || trim(substr(part[i], at + 1)) == "")
			bad_option("--columns: \"" shown(part[i]) "\" is not of the form date=NAME")
		if (!(role in known))
			bad_option("--columns: \"" shown(role) "\" is none of date, customer, amount, order, cost")
		if (role in asked)
			bad_option("--columns names the " role " twice")
		asked[role] = trim(substr(part[i], at + 1))
	}
	if (ENVIRON["ORDERS_COST"] != "") {
		if ("cost" in asked)
			bad_option("--cost and --columns both name the cost")
		asked["cost"] = ENVIRON["ORDERS_COST"]
	}
}

# ---------------------------------------------------------------- dates

# The pieces of --date-format into piece[]: Y, y (two digits), M, N (a month's name), D, or a character as it is.
function read_date_format(    rest, given) {
	given = rest = DATE_FORMAT
	gsub(/%Y/, "YYYY", rest); gsub(/%y/, "YY", rest); gsub(/%m/, "MM", rest)
	gsub(/%d/, "DD", rest); gsub(/%[bB]/, "Mon", rest)
	DATE_FORMAT = rest
	for (pieces = 0; rest != "";) {
		if (!match(rest, /^([Yy][Yy][Yy][Yy]|[Yy][Yy]|[Mm][Oo][Nn]([Tt][Hh])?|[Mm][Mm]?|[Dd][Dd]?)/)) {
			if (rest ~ /^[A-Za-z0-9%]/)
				bad_option("--date-format \"" shown(given) "\": \"" shown(rest) "\" is none of YYYY, YY, MM, Mon, DD;" \
					" a time after the date needs no format")
			piece[++pieces] = substr(rest, 1, 1)
			rest = substr(rest, 2)
			continue
		}
		piece[++pieces] = RLENGTH == 4 ? "Y" : substr(rest, 1, 1) ~ /[Yy]/ ? "y" \
			: RLENGTH >= 3 ? "N" : toupper(substr(rest, 1, 1))
		if (substr(rest, 1, 1) ~ /[Mm]/ && RLENGTH >= 3)
			piece[pieces] = "N"
		given_piece[piece[pieces] ~ /[Yy]/ ? "year" : piece[pieces] ~ /[MN]/ ? "month" : "day"]++
		rest = substr(rest, RLENGTH + 1)
	}
	if (given_piece["year"] != 1 || given_piece["month"] != 1 || given_piece["day"] != 1)
		bad_option("--date-format \"" shown(given) "\" must have one year (YYYY, YY), one month (MM, Mon) and one" \
			" day (DD)")
}

# Days come again and again in a log.
function iso_date(value) {
	if (!(value in date_of)) {
		if (length(value) > 10)
			return parsed_date(value)
		date_of[value] = parsed_date(value)
		problem_of_date[value] = date_problem
	}
	date_problem = problem_of_date[value]
	return date_of[value]
}

# The date of a value as YYYY-MM-DD, "" where it has not the format or is no day of the calendar; date_problem is why.
function parsed_date(value,    i, y, m, d, n) {
	date_problem = "is no date of the form " DATE_FORMAT
	for (i = 1; i <= pieces; i++) {
		n = piece_length(piece[i], value, i < pieces && piece[i + 1] ~ /^[YyMDN]$/)
		if (!n)
			return ""
		if (piece[i] == "Y")
			y = substr(value, 1, n) + 0
		else if (piece[i] == "y")
			y = substr(value, 1, n) + (substr(value, 1, n) < "70" ? 2000 : 1900)
		else if (piece[i] == "M")
			m = substr(value, 1, n) + 0
		else if (piece[i] == "N")
			m = month_number(substr(value, 1, n))
		else if (piece[i] == "D")
			d = substr(value, 1, n) + 0
		value = substr(value, n + 1)
	}
	if (value != "" && !is_time(value))
		return ""
	if (m < 1 || m > 12 || d < 1 || d > month_days[m] + (m == 2 && (y % 4 == 0 && y % 100 != 0 || y % 400 == 0))) {
		date_problem = "is no day of the calendar"
		return ""
	}
	if (y < 1900 || y > THIS_YEAR + 1) {
		date_problem = "is of the year " y ", which stands for no date of an order"
		return ""
	}
	date_problem = ""
	return sprintf("%04d-%02d-%02d", y, m, d)
}

# How many characters of the value this piece of the format takes, 0 if it does not fit.
function piece_length(kind, value, digits_follow) {
	if (kind == "Y")
		return value ~ /^[0-9][0-9][0-9][0-9]/ ? 4 : 0
	if (kind == "N")
		return match(value, /^[A-Za-z][A-Za-z][A-Za-z]+/) && month_number(substr(value, 1, RLENGTH)) ? RLENGTH : 0
	if (kind == "y" || (kind ~ /^[MD]$/ && value ~ /^[0-9][0-9]/))
		return value ~ /^[0-9][0-9]/ ? 2 : 0
	if (kind ~ /^[MD]$/)
		return value ~ /^[0-9]/ && !digits_follow ? 1 : 0
	return substr(value, 1, 1) == kind
}

function month_number(name,    i) {
	name = tolower(name)
	for (i = 1; i <= 12; i++)
		if (length(name) >= 3 && index(month_name[i], name) == 1)
			return i
	return 0
}

function is_time(text) {
	if (!match(text, /^(T| +)[0-9]?[0-9]:[0-5][0-9](:[0-5][0-9]([.,][0-9]+)?)?/))
		return 0
	if (substr(text, 1, RLENGTH) !~ /^(T| +)([01]?[0-9]|2[0-3]):/)
		return 0
	return substr(text, RLENGTH + 1) ~ /^( ?[AaPp]\.?[Mm]\.?)?( ?(Z|UTC|GMT|[+-][0-9][0-9](:?[0-9][0-9])?))?$/
}

# Which option would read such a value?
function date_hint(value,    part, letters) {
	if (date_problem ~ /stands for no date/)
		return "Leave out lines without a real date; 9999, 0001 and 1900 are what programs write for \"none\"."
	if (date_problem !~ /no date/ && value !~ /^[0-9][0-9]?[-.\/][0-9][0-9]?[-.\/][0-9]/)
		return ""
	sub(/[T ]+[0-9]?[0-9]:.*$/, "", value)
	if (value ~ /^[0-9][0-9][0-9][0-9][01][0-9][0-3][0-9]$/)
		return "--date-format YYYYMMDD reads this."
	if (value ~ /^[0-9][0-9][0-9][0-9][-.\/][0-9][0-9]?[-.\/][0-9][0-9]?$/)
		return "--date-format YYYY" substr(value, 5, 1) "MM" substr(value, 5, 1) "DD reads this."
	if (value ~ /^[0-9][0-9]?[-.\/ ][A-Za-z][A-Za-z][A-Za-z]+[-.\/ ][0-9][0-9]([0-9][0-9])?$/) {
		split(value, part, /[-.\/ ]/)
		letters = substr(value, length(part[1]) + 1, 1)
		return "--date-format 'DD" letters "Mon" letters (length(part[3]) == 4 ? "YYYY" : "YY") "' reads this."
	}
	if (value ~ /^[0-9][0-9]?[-.\/][0-9][0-9]?[-.\/][0-9][0-9]([0-9][0-9])?$/) {
		split(value, part, /[-.\/]/)
		letters = substr(value, length(part[1]) + 1, 1)
		return "day or month " letters (length(part[3]) == 4 ? "YYYY" : "YY")
	}
	if (value ~ /^[0-9][0-9][0-9][0-9][0-9](\.[0-9]+)?$/)
		return "A spreadsheet wrote the number of the day; format the column as a date and save again."
	if (value ~ /^[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]/)
		return "These are seconds since 1970; write them as dates, YYYY-MM-DD."
	return "--date-format says how dates are written, such as DD.MM.YYYY or MM/DD/YY or DD-Mon-YYYY."
}

# 25/12/2024 anywhere in the log settles what 03/04/2024 is.
function note_day_or_month(value,    part) {
	if (value !~ /^[0-9][0-9]?[-.\/][0-9][0-9]?[-.\/][0-9][0-9]/)
		return
	split(value, part, /[-.\/]/)
	if (part[1] > 12 && !day_first)
		day_first = NR
	if (part[2] > 12 && !month_first)
		month_first = NR
}

function day_or_month_hint(rest,    mark, day, month) {
	mark = substr(rest, 1, 1)
	day = "--date-format DD" mark "MM" mark substr(rest, 2)
	month = "--date-format MM" mark "DD" mark substr(rest, 2)
	if (day_first && !month_first)
		return day ", since line " day_first " has a day above 12 first."
	if (month_first && !day_first)
		return month ", since line " month_first " has a day above 12 second."
	return day " or " month ": 03/04/24 is two different days."
}

# A year far from all others is a slip, or stands for "none".  The side with fewer lines is the one named.
function find_lost_years(    y, last, before, lost, other) {
	for (y = 1900; y <= THIS_YEAR + 1; y++) {
		if (!(y in first_of_year))
			continue
		if (last && y - last > 10) {
			lost = before * 2 <= dated ? last : y
			other = lost == last ? y : last
			complain(first_of_year[lost], column[column_of["date"]], value_of_year[lost],
				"is " (y - last) " years from the nearest other date, which is of " other,
				"Leave out lines without a real date, or mend the year.")
		}
		before += of_year[y]
		last = y
	}
}

# ---------------------------------------------------------------- amounts

# A sum of money as a plain decimal number, "" where it is none; money_problem and money_hint are why.
function money(value,    sign, body) {
	if (DECIMAL == "" && value ~ /^-?[0-9]+(\.[0-9][0-9]?)?$/ && length(value) < 16)
		return value
	money_problem = money_hint = ""
	body = value
	sign = body ~ /^-/ ? "-" : ""
	sub(/^[-+]/, "", body)
	gsub(/\302\240|\342\200\257|\342\200\211/, " ", body)
	gsub(/\342\200\231/, "'", body)
	if (body !~ /^[0-9.,][0-9.,' ]*$/ || body !~ /[0-9][.,]?$/)
		return no_number(value)
	if (DECIMAL == "")
		return sign_of(sign, undecided(body))
	return sign_of(sign, decided(body, DECIMAL, DECIMAL == "." ? "," : "."))
}

function sign_of(sign, number) { return number == "" ? "" : sign number }

# Without --decimal only a point that cannot be anything else is read.
function undecided(body,    separators, last) {
	last = body
	separators = gsub(/[.,' ]/, "", last)
	if (body ~ /^[0-9]*[.,][0-9][0-9][0-9]$/)
		return fail("has exactly three digits after its only separator: thousands, or decimals?",
			"--decimal . if the point is the decimal sign, --decimal , if the comma is; the other then separates" \
			" thousands.")
	if (separators == 0 || body ~ /^[0-9]*\.[0-9]*$/)
		return cents(body, ".")
	if (body ~ /^[0-9]*,[0-9]*$/)
		return fail("has a comma", "--decimal , if the comma is the decimal sign.")
	if (body ~ /^[0-9]+([.,' ][0-9][0-9][0-9])+$/)
		return fail("has thousands separators", body ~ /,/ && body !~ /\./ ? "--decimal ." \
			: body ~ /\./ && body !~ /,/ ? "--decimal ," \
			: "--decimal . or --decimal , says which sign is the decimal sign.")
	last = body
	sub(/^.*[0-9][.,' ]/, "", last)
	last = substr(body, length(body) - length(last), 1)
	if (last ~ /[.,]/)
		return fail("has thousands separators", "--decimal " last " if that is the decimal sign.")
	return fail("is no number", plain_hint())
}

# With --decimal the other sign, an apostrophe or a space may separate thousands, in threes.
function decided(body, mark, other,    at, whole, group) {
	at = index(body, mark)
	whole = at ? substr(body, 1, at - 1) : body
	if (at && substr(body, at + 1) !~ /^[0-9]*$/)
		return fail("is no number with the decimal sign " mark, plain_hint())
	if (match(whole, /[.,' ]/)) {
		group = substr(whole, RSTART, 1)
		if (RSTART < 2 || RSTART > 4 || !in_threes(whole, group))
			return fail("is no number with the decimal sign " mark " and thousands in threes",
				group == other && at == 0 ? "--decimal " other " if that is the decimal sign." : plain_hint())
		gsub(/[.,' ]/, "", whole)
	}
	return cents(whole (at ? "." substr(body, at + 1) : ""), ".")
}

function in_threes(whole, group,    part, n, i) {
	n = split(whole, part, "[" group "]")
	for (i = 1; i <= n; i++)
		if (part[i] !~ /^[0-9]+$/ || length(part[i]) > 3 || (i > 1 && length(part[i]) != 3))
			return 0
	return 1
}

# Digits, at most one point: money is booked at two decimals.
function cents(number, mark,    at, whole, part) {
	at = index(number, mark)
	whole = at ? substr(number, 1, at - 1) : number
	part = at ? substr(number, at + 1) : ""
	sub(/^0+/, "", whole)
	sub(/0+$/, "", part)
	if (length(part) > 2)
		return fail("has more than two decimals", "Money is booked at two decimals; round the amounts first.")
	if (length(whole) > 15)
		return fail("has more than 15 digits before the point")
	return (whole == "" ? "0" : whole) (part == "" ? "" : "." part)
}

function fail(problem, hint) {
	money_problem = problem
	money_hint = hint
	return ""
}

function plain_hint() {
	return "Write amounts as 1234.50 or -1234.50, without currency, exponent or brackets."
}

function no_number(value) {
	if (value == "")
		return fail("is empty", "Leave out lines without an amount, or write 0.")
	if (tolower(value) in means_nothing)
		return fail("stands for no value", "Leave out lines without an amount, or write 0.")
	if (value ~ /^\(.*[0-9].*\)$/)
		return fail("is in brackets, which bookkeepers write for amounts below 0", "Write refunds as -12.50.")
	if (value ~ /[0-9][.,]?-$/ || value ~ /^\342\210\222/)
		return fail("has a minus that is not a plain one in front", "Write refunds as -12.50.")
	if (value ~ /^[-+]?[0-9.,]+[eE][-+]?[0-9]+$/)
		return fail("is in exponent form", plain_hint())
	return fail(value ~ /[0-9]/ ? "is no plain number" : "is no number", plain_hint())
}

# ---------------------------------------------------------------- orders

function take_record(    date, customer, amount, order, cost, line) {
	line = record_line
	if (cell_problem != "")
		complain(line, bad_column in column ? column[bad_column] : bad_column, bad_value, cell_problem, QUOTE_HINT)
	else if (cells != columns)
		complain_of_line(line, plural(cells, "cell") " where the header has " columns ": " shown(record),
			cells > columns ? "A " delimiter_name(DELIMITER) " inside a cell needs quotes around the cell" \
			(DELIMITER == "," ? "; so do decimal commas." : ".") : "")
	if (cell_problem != "" || cells != columns)
		return
	if (record in first_line) {
		repeats++
		if (repeats == 1)
			repeat_of = line " repeats line " first_line[record]
		if (DUPLICATES == "drop")
			return
	} else
		first_line[record] = line
	customer = trim(cell[column_of["customer"]])
	if (ANONYMOUS == "skip" && (customer == "" || tolower(customer) in means_nothing)) {
		skipped++
		return
	}
	lines++
	check_customer(line, customer)
	date = checked_date(line, trim(cell[column_of["date"]]))
	amount = checked_money(line, "amount")
	cost = column_of["cost"] ? checked_money(line, "cost") : "\\N"
	order = column_of["order"] ? checked_order(line, trim(cell[column_of["order"]]), customer) : line
	total += sprintf("%.0f", amount * 100)
	below += amount ~ /^-/ && amount + 0 < 0
	if (!problems)
		print line "\t" escaped(order) "\t" date "\t" escaped(customer) "\t" amount "\t" cost
}

# As COPY reads it.
function escaped(text) {
	gsub(/\\/, "\\\\", text)
	gsub(/\t/, "\\t", text)
	gsub(/\r/, "\\r", text)
	gsub(/\n/, "\\n", text)
	return text
}

function check_customer(line, value) {
	if (value == "")
		complain(line, column[column_of["customer"]], value, "is empty",
			"--anonymous skip leaves out lines without a customer and counts them.")
	else if (ANONYMOUS != "keep" && tolower(value) in means_nothing)
		complain(line, column[column_of["customer"]], value, "stands for no customer",
			"--anonymous skip leaves such lines out and counts them; --anonymous keep takes it for a name.")
}

function checked_date(line, value,    date, year) {
	note_day_or_month(value)
	date = iso_date(value)
	if (date == "") {
		if (value == "" || tolower(value) in means_nothing)
			complain(line, column[column_of["date"]], value, value == "" ? "is empty" : "stands for no date",
				"Leave out lines without a date.")
		else
			complain(line, column[column_of["date"]], value, date_problem, date_hint(value))
		return ""
	}
	year = substr(date, 1, 4) + 0
	if (!(year in first_of_year)) {
		first_of_year[year] = line
		value_of_year[year] = value
	}
	of_year[year]++
	dated++
	return date
}

function checked_money(line, role,    value, number) {
	value = trim(cell[column_of[role]])
	number = money(value)
	if (number == "")
		complain(line, column[column_of[role]], value, money_problem, money_hint)
	return number
}

function checked_order(line, value, customer) {
	if (value == "" || tolower(value) in means_nothing)
		complain(line, column[column_of["order"]], value, value == "" ? "is empty" : "stands for no order",
			"--columns order=none makes every line an order.")
	else if (!(value in owner))
		owner[value] = customer
	else {
		same_order++
		if (owner[value] != customer)
			complain(line, column[column_of["order"]], value, "belongs to customer \"" shown(customer) \
				"\" here and to \"" shown(owner[value]) "\" before",
				"Lines with the same order are added up, so they must be of one customer;" \
				" --columns order=none makes every line an order.")
	}
	return value
}

# ---------------------------------------------------------------- what is said of a log that can be used

function report(    i, ignored) {
	printf "\n%s: %s, columns separated by %ss.  This is how they were read:\n", NAME, plural(lines, "line"),
		delimiter_name(DELIMITER) >REPORT
	printf "  date      %s, written %s\n", shown(column[column_of["date"]]), DATE_FORMAT >REPORT
	printf "  customer  %s\n", shown(column[column_of["customer"]]) >REPORT
	printf "  amount    %s%s\n", shown(column[column_of["amount"]]),
		(DECIMAL == "," ? ", with a decimal comma" : "") >REPORT
	printf "  order     %s\n", (column_of["order"] ? shown(column[column_of["order"]]) \
		: "none; every line is an order and the lines are numbered") >REPORT
	printf "  cost      %s\n", (column_of["cost"] ? shown(column[column_of["cost"]]) : "none; generated") >REPORT
	for (i = 1; i <= columns; i++)
		if (!(i in role_of))
			ignored = ignored (ignored == "" ? "" : ", ") (column[i] == "" ? "(no name)" : shown(column[i]))
	if (ignored != "")
		printf "  ignored   %s\n", ignored >REPORT
	report_counts()
	close(REPORT)
}

function report_counts() {
	if (below)
		printf "%s below 0: refunds and returns.  They lower revenue and profit, and are no purchases.\n",
			plural(below, "line") >REPORT
	if (same_order)
		printf "Lines with the same order were added up to one order: %s besides its first.\n",
			plural(same_order, "line") >REPORT
	if (repeats)
		printf "%s the same as another to the last character (the first: line %s). %s\n", plural(repeats, "line") \
			(repeats == 1 ? " is" : " are"), repeat_of, (DUPLICATES == "drop" ? "Left out." \
			: "They count, as both may be right; --duplicates drop leaves them out.") >REPORT
	if (skipped)
		printf "%s without a customer left out.\n", plural(skipped, "line") >REPORT
	if (empty)
		printf "%s passed over.\n", plural(empty, "empty line") >REPORT
}

# awk -f draft-update.awk OLD.sql NEW.sql: a draft of the update script from one version to the next, to be reviewed by a person.
#
# It has the statements of the new install script that the old one does not have, in their order.  That is all as long as
# objects are added and comments change; what else changes needs a step written by hand, and the
# tests compare the catalog after the update with that of a fresh install.  A statement ends with a line that ends with ";".
BEGIN { print "\\echo Use \"ALTER EXTENSION custvalue UPDATE\" to load this file. \\quit" }
/^\\/ { next }
{ text = text $0 "\n" }
/^--/ || /^$/ { next }
{ statement = statement $0 "\n" }
/;$/ {
	if (FNR == NR)
		old[statement] = 1
	else if (!(statement in old))
		printf "%s", text
	text = statement = ""
}

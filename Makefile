# custvalue: customer profitability and customer value inside PostgreSQL.
# The version stands in custvalue.control and nowhere else.

EXTENSION = custvalue
EXTVERSION := $(shell sed -n "s/^default_version *= *'\(.*\)'/\1/p" custvalue.control)

MODULE_big = custvalue
OBJS = $(patsubst %.c,%.o,$(wildcard src/*/*.c src/*/core/*.c))
PG_CPPFLAGS = -I$(srcdir)/src
PG_CFLAGS = $(CUSTVALUE_CFLAGS)
SHLIB_LINK += -lm $(CUSTVALUE_LIBS)

INSTALL_SQL = $(EXTENSION)--$(EXTVERSION).sql
# From the release before, whose install script is kept as it was.
RELEASED_SQL = sql/upgrade/$(EXTENSION)--1.0.0.sql
UPDATE_SQL = $(EXTENSION)--1.0.0--$(EXTVERSION).sql
DATA = $(wildcard sql/upgrade/*.sql)
DATA_built = $(INSTALL_SQL) $(UPDATE_SQL)

REGRESS = $(patsubst test/sql/%.sql,%,$(wildcard test/sql/*.sql))
REGRESS_OPTS = --inputdir=test --load-extension=custvalue

EXTRA_CLEAN = $(EXTENSION)--*.sql test/unit/unit results regression.out regression.diffs

PG_CONFIG ?= pg_config
PGXS := $(shell $(PG_CONFIG) --pgxs)
include $(PGXS)

$(OBJS): $(wildcard src/*/*.h src/*/core/*.h)

$(INSTALL_SQL): $(sort $(wildcard sql/install/*.sql)) custvalue.control
	cat $(sort $(wildcard sql/install/*.sql)) > $@

$(UPDATE_SQL): sql/upgrade/new-statements.awk $(RELEASED_SQL) $(INSTALL_SQL)
	awk -f $^ > $@

# The ground floor compiled alone: no PostgreSQL header is needed for it.
unit: test/unit/unit
	./test/unit/unit

CORE = $(wildcard test/unit/*.c src/num/*.c src/*/core/*.c)
test/unit/unit: $(CORE) $(wildcard src/num/*.h src/*/core/*.h)
	$(CC) -std=gnu99 -O2 -g -Wall -Wextra -Werror $(CUSTVALUE_CFLAGS) -Isrc -o $@ $(CORE) -lm

.PHONY: unit

# custvalue: customer profitability and customer value inside PostgreSQL.
# The version stands in custvalue.control and nowhere else.

EXTENSION = custvalue
# Where the sources are: here, or where VPATH says.
FROM := $(if $(VPATH),$(VPATH),.)
EXTVERSION := $(shell sed -n "s/^default_version *= *'\(.*\)'/\1/p" $(FROM)/custvalue.control)

MODULE_big = custvalue
SOURCES := $(sort $(wildcard $(addprefix $(FROM)/src/,*.c */*.c */core/*.c)))
CV_HEADERS := $(wildcard $(addprefix $(FROM)/src/,*/*.h */core/*.h))
ifeq ($(SOURCES),)
$(error no sources in $(FROM)/src)
endif
OBJS = $(patsubst $(FROM)/%.c,%.o,$(SOURCES))
PG_CPPFLAGS = -I$(FROM)/src
PG_CFLAGS = $(CUSTVALUE_CFLAGS)
SHLIB_LINK += -lm $(CUSTVALUE_LIBS)

# Released scripts and the steps between versions are files that never change; the script of this version is made of its
# rooms.
INSTALL_SQL = $(EXTENSION)--$(EXTVERSION).sql
ROOMS_SQL := $(sort $(wildcard $(FROM)/sql/install/*.sql))
DATA = $(patsubst $(FROM)/%,%,$(sort $(wildcard $(FROM)/sql/upgrade/*.sql)))
DATA_built = $(INSTALL_SQL)

REGRESS = $(patsubst $(FROM)/test/sql/%.sql,%,$(sort $(wildcard $(FROM)/test/sql/*.sql)))
REGRESS_OPTS = --inputdir=$(FROM)/test --load-extension=custvalue

EXTRA_CLEAN = $(EXTENSION)--*.sql test/unit/unit results regression.out regression.diffs

PG_CONFIG ?= pg_config
PGXS := $(shell $(PG_CONFIG) --pgxs)
ifeq ($(wildcard $(PGXS)),)
$(warning $(PG_CONFIG) finds no server headers: install them (Debian: postgresql-server-dev-15) or give PG_CONFIG=...)
endif
include $(PGXS)

# Sums over columns are loops that a compiler can do two or four at a time.
src/drivers/core/moments.o: CFLAGS += $(CFLAGS_VECTORIZE)

$(OBJS): $(CV_HEADERS)
ifdef VPATH
$(OBJS): | $(sort $(dir $(OBJS)))
$(sort $(dir $(OBJS))):
	mkdir -p $@
endif

$(INSTALL_SQL): $(FROM)/sql/expand.awk $(ROOMS_SQL) $(FROM)/custvalue.control
	awk -f $(FROM)/sql/expand.awk $(ROOMS_SQL) > $@

# A draft of the step from the newest release to this version, for a person to review: what the install script has that
# the released one has not.
RELEASED = $(shell ls $(FROM)/sql/upgrade | sed -n 's/^$(EXTENSION)--\([0-9.]*\)\.sql$$/\1/p' | \
	sort -t. -k1,1n -k2,2n -k3,3n | tail -n 1)
draft-update: $(INSTALL_SQL)
	awk -f $(FROM)/sql/draft-update.awk $(FROM)/sql/upgrade/$(EXTENSION)--$(RELEASED).sql $(INSTALL_SQL)

# The mathematics compiled alone: no PostgreSQL header is needed for it.
CORE_SOURCES = $(wildcard $(addprefix $(FROM)/,test/unit/*.c src/num/*.c src/*/core/*.c))
unit: test/unit/unit
	./test/unit/unit

test/unit/unit: $(CORE_SOURCES) $(CV_HEADERS) $(wildcard $(FROM)/test/unit/*.h)
	mkdir -p test/unit
	$(CC) -std=gnu99 -O2 -g -Wall -Wextra -Werror $(CUSTVALUE_CFLAGS) -I$(FROM)/src -o $@ $(CORE_SOURCES) -lm

.PHONY: unit draft-update

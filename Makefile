# custvalue: customer profitability and customer value inside PostgreSQL.
# The version stands in custvalue.control and nowhere else.

EXTENSION = custvalue
# Where the sources are: beside this file.  A build elsewhere names it: make -f ../custvalue/Makefile
FROM := $(or $(patsubst %/,%,$(dir $(firstword $(MAKEFILE_LIST)))),.)
EXTVERSION := $(shell sed -n "s/^default_version *= *'\(.*\)'/\1/p" $(FROM)/custvalue.control)

MODULE_big = custvalue
SOURCES := $(sort $(wildcard $(addprefix $(FROM)/src/,*.c */*.c */core/*.c)))
CV_HEADERS := $(wildcard $(addprefix $(FROM)/src/,*/*.h */core/*.h))
ifeq ($(SOURCES),)
$(error no sources in $(abspath $(FROM)/src))
endif
OBJS = $(patsubst $(FROM)/%.c,%.o,$(SOURCES))
# Sums in twice the digits (num/dd.h) need each product rounded as it is written: machines that have a multiply-add,
# such as arm64 and s390x, must not use it.  The flags of the preprocessor go to clang, too, where it makes bitcode.
CV_FLOAT = -ffp-contract=off
PG_CPPFLAGS = -I$(FROM)/src -DCV_VERSION='"$(EXTVERSION)"' $(CV_FLOAT)
PG_CFLAGS = $(CUSTVALUE_CFLAGS)
SHLIB_LINK += -lm $(CUSTVALUE_LIBS)

# Released scripts and the steps between versions are files that never change; the script of this version is made of its
# rooms.
INSTALL_SQL = $(EXTENSION)--$(EXTVERSION).sql
ROOMS_SQL := $(sort $(wildcard $(FROM)/sql/install/*.sql))
DATA = $(patsubst $(FROM)/%,%,$(sort $(wildcard $(FROM)/sql/upgrade/*.sql)))
DATA_built = $(INSTALL_SQL)

REGRESS = $(patsubst $(FROM)/test/sql/%.sql,%,$(sort $(wildcard $(FROM)/test/sql/*.sql)))
# Whatever locale the server has, the tests have a database in C and UTF-8.
REGRESS_OPTS = --inputdir=$(FROM)/test --load-extension=custvalue --encoding=UTF8 --no-locale

EXTRA_CLEAN = $(EXTENSION)--*.sql $(EXTENSION)-*.zip test/unit/unit results regression.out regression.diffs

PG_CONFIG ?= pg_config
PGXS := $(shell $(PG_CONFIG) --pgxs)
ifeq ($(wildcard $(PGXS)),)
$(warning $(PG_CONFIG) finds no server headers: install them (Debian: postgresql-server-dev-15) or give PG_CONFIG=...)
endif
include $(PGXS)

# Sums over columns are loops that a compiler can do two or four at a time.
src/drivers/core/moments.o: CFLAGS += $(CFLAGS_VECTORIZE)

$(OBJS): $(CV_HEADERS)
src/custvalue.o: custvalue.control

# Elsewhere there are no folders yet, and tests name their files from where they run.
ifneq ($(abspath $(FROM)),$(CURDIR))
$(shell mkdir -p $(sort $(dir $(OBJS))))
TEST_FILES = $(addprefix $(CURDIR)/,expected test/sql test/include test/catalog test/data)
installcheck: | $(TEST_FILES)
$(TEST_FILES):
	mkdir -p $(@D) && ln -s $(patsubst $(CURDIR)/%,$(abspath $(FROM))/%,$@) $@
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
	$(CC) -std=gnu99 -O2 -g -Wall -Wextra -Werror $(CV_FLOAT) $(CUSTVALUE_CFLAGS) -I$(FROM)/src \
		-o $@ $(CORE_SOURCES) -lm

# What PGXN and others take: the files of the last commit.
dist:
	git -C $(FROM) archive --format=zip --prefix=$(EXTENSION)-$(EXTVERSION)/ \
		-o $(CURDIR)/$(EXTENSION)-$(EXTVERSION).zip HEAD

.PHONY: unit draft-update dist

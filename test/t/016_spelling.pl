# What people read is spelt right, as far as codespell knows: pages, comments of sources and of SQL.
use strict;
use warnings;

use Test::More;

plan(skip_all => 'no codespell here') if system('codespell --version >/dev/null 2>&1') != 0;

my $read = join(' ', grep { -e } qw(README.md CHANGELOG.md CONTRIBUTING.md SECURITY.md llms.txt doc src sql/install
	test/REFERENCES.md debian packaging), glob('test/*.sh'));
is(scalar(`codespell $read 2>&1`), '', 'codespell is content');
done_testing();

# A server for a test, with the staged extension: CUSTVALUE_STAGE is where make install put
# it and CUSTVALUE_SETTINGS the file with the settings to find it.
package CustvalueNode;

use strict;
use warnings;

# PostgreSQL 15 renamed the module; 13 has the new name in its later minor releases.
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;

sub start
{
	my ($class, $name, @settings) = @_;
	my $node = PostgreSQL::Test::Cluster->new($name);

	$node->init(extra => ['--encoding=UTF8', '--no-locale'], allows_streaming => 'logical');
	$node->append_conf('postgresql.conf', PostgreSQL::Test::Utils::slurp_file($ENV{CUSTVALUE_SETTINGS}));
	$node->append_conf('postgresql.conf', join("\n", @settings, ''));
	$node->start;
	return $node;
}

1;

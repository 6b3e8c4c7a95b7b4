\echo Use "CREATE EXTENSION custvalue" to load this file. \quit

/**
 * What {@code talaria bench} measures: Talaria beside a rival, in one run on one machine. Only the
 * command line and the benchmarks under the tests use this package.
 */
package dev.talaria.bench;

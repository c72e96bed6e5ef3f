/**
 * What {@code talaria bench} measures; the measures themselves are in {@code dev.talaria.bench}.
 */
package dev.talaria.cli.bench;

/**
 * What commands print with and read keys from. All that a person sees goes through {@code
 * VisibleWriter} or {@code Screen}.
 */
package dev.talaria.cli.terminal;

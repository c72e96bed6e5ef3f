/**
 * What commands print with and read keys from. All that a person sees goes through {@code
 * VisibleWriter} or {@code Console}.
 */
package dev.talaria.cli.terminal;

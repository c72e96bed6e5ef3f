/**
 * The command line. Results go to stdout, everything for people to stderr; nothing else in Talaria
 * uses this package.
 *
 * <p>Exit codes: 0 fine, 1 the turn or check failed, 2 misuse, 3 Codex missing or too old.
 */
package dev.talaria.cli;

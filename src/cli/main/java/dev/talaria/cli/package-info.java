/**
 * The command line. Results go to stdout, everything for people to stderr; nothing else in Talaria
 * uses this package.
 *
 * <p>Here is what starts the commands, and the commands that run turns or other commands. A package
 * below has a command with its parts, or what several commands share: {@code codex}, {@code host},
 * {@code process}, {@code terminal}, {@code turn}.
 *
 * <p>Exit codes: 0 fine, 1 the turn or check failed, 2 misuse, 3 Codex missing or too old.
 */
package dev.talaria.cli;

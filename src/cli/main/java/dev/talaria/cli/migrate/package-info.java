/**
 * {@code talaria migrate}, {@code unmigrate} and {@code runtime}: the managed section of Codex's
 * configuration and the switch between runtimes.
 */
package dev.talaria.cli.migrate;

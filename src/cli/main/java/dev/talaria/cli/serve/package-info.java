/** {@code talaria serve}: a Codex that listens, and outlives the command that started it. */
package dev.talaria.cli.serve;

/** Which Codex a command runs, and {@code talaria codex}, which lists and installs them. */
package dev.talaria.cli.codex;

/** Interprets what Codex answers about a configuration and its plugins. */
package dev.talaria.host.probe;

/**
 * What a host agent wires in around its turns: the switch between its own runtime and Codex, the
 * conversation that runs turns for it and keeps its records, the live display, and what the
 * migration of Codex's configuration asks Codex itself.
 *
 * <p>Nothing here is used by the packages that run turns.
 */
package dev.talaria.host;

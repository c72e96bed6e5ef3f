/**
 * What a host agent wires in around its turns: so far the two questions that the migration of
 * Codex' configuration asks Codex itself.
 *
 * <p>Nothing here is used by the packages that run turns.
 */
package dev.talaria.host;

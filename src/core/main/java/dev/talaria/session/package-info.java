/**
 * Codex from the host's side: a connection ({@link dev.talaria.session.Codex}), a session for one
 * Codex thread, its turns and their results.
 */
package dev.talaria.session;

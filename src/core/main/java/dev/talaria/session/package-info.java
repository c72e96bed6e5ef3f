/**
 * Codex from the host's side: a connection ({@link dev.talaria.session.Codex}), a session for one
 * Codex thread, its turns and their results. The packages below this one are not exported.
 */
package dev.talaria.session;

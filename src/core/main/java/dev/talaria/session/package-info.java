/**
 * Codex from the host's side: a connection ({@link dev.talaria.session.Codex}), a session for one
 * Codex thread, its turns and their input. Of the packages below this one, {@code goal}, {@code
 * listener} and {@code result} are exported.
 */
package dev.talaria.session;

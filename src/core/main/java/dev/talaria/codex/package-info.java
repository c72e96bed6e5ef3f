/**
 * The Codex executable: where it is, how old it is, what environment it gets.
 *
 * <p>{@link dev.talaria.codex.CodexExecutable#locate} finds a Codex that is new enough; what runs
 * its app-server is not for users.
 */
package dev.talaria.codex;

/**
 * The Codex executable: where it is, how old it is, what environment it gets, and its child process
 * from start to a clean end.
 *
 * <p>{@link dev.talaria.codex.CodexExecutable#locate} finds a Codex that is new enough; {@link
 * dev.talaria.codex.process.CodexProcess#start} runs its app-server. This package moves bytes only:
 * what they say is the business of {@code dev.talaria.rpc} and of what stands above it.
 */
package dev.talaria.codex;

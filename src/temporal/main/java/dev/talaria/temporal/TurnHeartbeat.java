package dev.talaria.temporal;

/**
 * The heartbeat of a step, which Temporal shows with the pending activity. Immutable.
 *
 * @param threadId the thread
 * @param turnId the turn; empty until Codex has named it
 */
public record TurnHeartbeat(String threadId, String turnId) {}

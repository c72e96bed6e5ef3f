package dev.talaria.temporal;

/**
 * What the heartbeats of a step tell, as Temporal shows it beside the pending activity. Immutable.
 *
 * @param threadId the thread
 * @param turnId the turn; empty until Codex has named it
 */
public record TurnHeartbeat(String threadId, String turnId) {}

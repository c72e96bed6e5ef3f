package dev.talaria.host;

import dev.talaria.protocol.TokenUsage;

/**
 * The tokens of one turn, as a host keeps its books. Immutable.
 *
 * @param threadId the Codex thread
 * @param turnId the turn
 * @param model the thread's model; empty when Codex did not say
 * @param turn all requests of the turn together
 * @param tokens what Codex told last: of the last request and of the whole thread
 */
public record UsageRecord(
    String threadId, String turnId, String model, TokenUsage.Counts turn, TokenUsage tokens) {}

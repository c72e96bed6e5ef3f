package dev.talaria.host;

import dev.talaria.protocol.TokenUsage;

/**
 * The tokens of one turn, for a host's records. Immutable.
 *
 * @param threadId the Codex thread
 * @param turnId the turn
 * @param model the thread's model; empty when Codex did not say
 * @param turn all requests of the turn together
 * @param tokens what Codex reported last: of the last request and of the whole thread
 */
public record UsageRecord(
    String threadId, String turnId, String model, TokenUsage.Counts turn, TokenUsage tokens) {}

package dev.talaria.protocol.wire;

/**
 * What {@code turn/interrupt} sends; both ids are required.
 *
 * @param threadId the thread
 * @param turnId its running turn
 */
public record TurnInterruptParams(String threadId, String turnId) {}

package dev.talaria.protocol.wire;

/**
 * The params of {@code currentTime/read} (0.169.0): Codex asks for the time, where its
 * configuration says that the host knows it. Without an answer within 10 seconds the turn fails.
 */
public record CurrentTimeParams(String threadId) {}

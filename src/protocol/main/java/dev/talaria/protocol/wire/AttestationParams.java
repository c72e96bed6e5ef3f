package dev.talaria.protocol.wire;

/**
 * The params of {@code attestation/generate} (0.169.0, only for a client that announced it): none.
 */
public record AttestationParams() {}

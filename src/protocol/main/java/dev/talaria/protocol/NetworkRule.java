package dev.talaria.protocol;

/**
 * A rule about a host that Codex would remember ({@code proposedNetworkPolicyAmendments}).
 *
 * @param host the host's name
 * @param action {@code allow} or {@code deny}
 */
public record NetworkRule(String host, String action) {}

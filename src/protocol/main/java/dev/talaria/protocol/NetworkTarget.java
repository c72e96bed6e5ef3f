package dev.talaria.protocol;

/**
 * What a command wants to reach ({@code networkApprovalContext}).
 *
 * @param host the host's name, without a port
 * @param protocol {@code http}, {@code https}, {@code socks5Tcp} or {@code socks5Udp}
 */
public record NetworkTarget(String host, String protocol) {}

package dev.talaria.host;

/**
 * The result of a request to the {@link RuntimeSwitch}. Immutable.
 *
 * @param success whether the request was carried out, be it only to show
 * @param before the runtime before
 * @param now the runtime now
 * @param message for the user; several lines
 * @param requiresNewSession whether the host has to begin a new session for it to take effect
 */
public record RuntimeChange(
    boolean success,
    HostRuntime before,
    HostRuntime now,
    String message,
    boolean requiresNewSession) {}

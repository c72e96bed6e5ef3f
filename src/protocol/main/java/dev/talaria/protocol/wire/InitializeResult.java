package dev.talaria.protocol.wire;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code initialize} returns.
 *
 * @param userAgent {@code <client name>/<server version> …}; the only place that names the version
 * @param codexHome the server's {@code CODEX_HOME}
 * @param platformFamily such as {@code unix}
 * @param platformOs such as {@code linux}
 */
public record InitializeResult(
    String userAgent, String codexHome, String platformFamily, String platformOs) {

  private static final Pattern VERSION = Pattern.compile("^[^/]+/(\\S+)");

  /** The server's version as {@link #userAgent} gives it, such as {@code 0.169.0}. */
  public Optional<String> serverVersion() {
    Matcher matcher = VERSION.matcher(userAgent == null ? "" : userAgent);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}

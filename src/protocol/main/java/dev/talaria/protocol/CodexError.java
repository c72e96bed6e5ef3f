package dev.talaria.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.wire.WireJson;
import java.util.OptionalInt;

/**
 * The error object of a failed turn or of an {@code error} notification.
 *
 * @param message Codex's text, as it came
 * @param info {@code codexErrorInfo}: a string, a one-key object such as {@code
 *     {"httpConnectionFailed":{"httpStatusCode":401}}}, or missing
 */
public record CodexError(String message, JsonNode info) {

  /**
   * Reads an error from any JSON.
   *
   * @param node the error object; a missing message becomes an empty one
   * @return the error
   */
  public static CodexError of(JsonNode node) {
    return new CodexError(WireJson.text(node, "message"), node.path("codexErrorInfo"));
  }

  /**
   * {@return the kind that {@link #info} names, such as {@code usageLimitExceeded}; empty when it
   * has none}
   */
  public String kind() {
    if (info.isTextual()) {
      return info.textValue();
    }
    return info.isObject() && !info.isEmpty() ? info.fieldNames().next() : "";
  }

  /** {@return the HTTP status that {@link #info} carries; empty when it has none} */
  public OptionalInt httpStatus() {
    JsonNode status = info.path(kind()).path("httpStatusCode");
    return status.isInt() ? OptionalInt.of(status.intValue()) : OptionalInt.empty();
  }
}

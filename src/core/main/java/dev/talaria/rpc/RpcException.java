package dev.talaria.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.talaria.base.Redaction;
import dev.talaria.base.TalariaException;

/**
 * The other side answered a request with an error.
 *
 * <p>The message names the method, the code and the (redacted) text of the error. Immutable.
 */
public final class RpcException extends TalariaException {

  private static final long serialVersionUID = 1L;

  /** The method that was called. */
  private final String method;

  /** The JSON-RPC code; -1 for none. */
  private final int code;

  /** The other side's text, redacted. */
  private final String error;

  private final transient JsonNode data;

  /**
   * A refusal.
   *
   * @param method the method that was called
   * @param error the {@code error} member of the reply; a member of it that is absent or of a wrong
   *     type is tolerated
   * @param tries how often the request was sent, which the message tells; 0 to leave that out
   */
  public RpcException(String method, JsonNode error, int tries) {
    super(message(method, error, tries));
    this.method = method;
    this.code = error.path("code").asInt(-1);
    this.error = Redaction.redact(error.path("message").asText(""));
    this.data = error.path("data");
  }

  private static String message(String method, JsonNode error, int tries) {
    String reason = error.path("message").asText("");
    return method
        + " was refused with error "
        + error.path("code").asInt(-1)
        + ": "
        + (reason.isBlank() ? "no reason was given" : Redaction.redact(reason))
        + (tries == 0 ? "" : " (tried " + (tries == 1 ? "once" : tries + " times") + ")");
  }

  /** {@return the method that was called} */
  public String method() {
    return method;
  }

  /** {@return the JSON-RPC code; -1 when the other side gave none} */
  public int code() {
    return code;
  }

  /** {@return the other side's text, redacted; empty when it gave none} */
  public String error() {
    return error;
  }

  /** {@return the other side's {@code data} member; a missing node when it gave none} */
  public JsonNode data() {
    return data == null ? MissingNode.getInstance() : data;
  }
}

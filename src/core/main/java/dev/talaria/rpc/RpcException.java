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

  private final String method;
  private final int code;
  private final String error;
  private final transient JsonNode data;

  RpcException(String method, int code, String error, JsonNode data) {
    super(
        method
            + " was refused with error "
            + code
            + ": "
            + (error.isBlank() ? "no reason was given" : Redaction.redact(error)));
    this.method = method;
    this.code = code;
    this.error = Redaction.redact(error);
    this.data = data;
  }

  private RpcException(RpcException last, int tries) {
    super(last.getMessage() + " (tried " + (tries == 1 ? "once" : tries + " times") + ")", last);
    this.method = last.method;
    this.code = last.code;
    this.error = last.error;
    this.data = last.data;
  }

  /** The same refusal after so many tries, which its message tells. */
  RpcException afterTries(int tries) {
    return new RpcException(this, tries);
  }

  /**
   * The error that {@code error} holds; a member that is absent or of a wrong type is tolerated.
   */
  static RpcException of(String method, JsonNode error) {
    return new RpcException(
        method, error.path("code").asInt(-1), error.path("message").asText(""), error.path("data"));
  }

  /** The method that was called. */
  public String method() {
    return method;
  }

  /** The JSON-RPC code; -1 when the other side gave none. */
  public int code() {
    return code;
  }

  /** The other side's text, redacted; empty when it gave none. */
  public String error() {
    return error;
  }

  /** The other side's {@code data} member; a missing node when it gave none. */
  public JsonNode data() {
    return data == null ? MissingNode.getInstance() : data;
  }
}

package dev.talaria.rpc.peer;

/**
 * The error half of a reply: a code and a text for the other side.
 *
 * @param code a JSON-RPC code, such as {@link #METHOD_NOT_FOUND}
 * @param message what went wrong, without a secret in it
 */
public record RpcError(int code, String message) {

  /** The method is not one that we serve. */
  public static final int METHOD_NOT_FOUND = -32601;

  /** The parameters could not be read. */
  public static final int INVALID_PARAMS = -32602;

  /** Our handler failed. */
  public static final int INTERNAL_ERROR = -32603;

  /** The answer to a request whose method is not served. */
  public static RpcError methodNotFound(String method) {
    return new RpcError(METHOD_NOT_FOUND, "Unsupported method: " + method);
  }
}

package dev.talaria.approval;

/**
 * Where an approval request comes from. Immutable; what Codex did not say is an empty string.
 *
 * @param method the request's name on the wire
 * @param threadId the thread that asks
 * @param parentThreadId the session's thread, when a sub-agent of it asks; empty otherwise
 * @param agent what Codex calls the sub-agent that asks: its path in the tree of agents, or its
 *     name, such as {@code Bohr}; empty when Codex did not say, or none asks
 * @param turnId the turn that asks; empty when the request belongs to no turn
 * @param itemId the item that the request is about; several requests may have the same
 */
public record RequestOrigin(
    String method,
    String threadId,
    String parentThreadId,
    String agent,
    String turnId,
    String itemId) {

  /**
   * The same without a sub-agent's name.
   *
   * @param method not null
   * @param threadId not null
   * @param parentThreadId not null; empty unless a sub-agent asks
   * @param turnId not null; empty for none
   * @param itemId not null; empty for none
   */
  public RequestOrigin(
      String method, String threadId, String parentThreadId, String turnId, String itemId) {
    this(method, threadId, parentThreadId, "", turnId, itemId);
  }

  /** {@return whether a sub-agent asks and not the session's own agent} */
  public boolean ofSubAgent() {
    return !parentThreadId.isEmpty();
  }
}

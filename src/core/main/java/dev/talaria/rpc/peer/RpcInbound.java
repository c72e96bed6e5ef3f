package dev.talaria.rpc.peer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.rpc.ConnectionLostException;

/**
 * Where a peer delivers what the other side sends on its own account.
 *
 * <p>Every method is called on the peer's reader thread, in the order of arrival. An implementation
 * must not block and must not call code of the host: it puts the message where another thread finds
 * it, and returns.
 */
public interface RpcInbound {

  /**
   * A message arrived, and nothing of it has been read.
   *
   * @param buffer holds the message, and must be left as it is; it is reused for the next one
   * @return true if that was all that is to be done with it; false lets the peer read it
   */
  default boolean message(byte[] buffer, int start, int length) {
    return false;
  }

  /**
   * A notification arrived. The tree is shared, not copied: treat it as read-only.
   *
   * @param method the method's name, such as {@code turn/completed}
   * @param params the {@code params} member; a missing node when there was none
   */
  void notification(String method, JsonNode params);

  /** A request arrived; it waits until {@link RpcPeer#respond} or {@link RpcPeer#respondError}. */
  void request(RpcRequest request);

  /** The connection is gone; called exactly once, after the last message. */
  void closed(ConnectionLostException reason);
}

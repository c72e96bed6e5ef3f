package dev.talaria.appserver;

import dev.talaria.protocol.ServerNotification;
import dev.talaria.protocol.wire.DeltaLine;
import dev.talaria.rpc.ConnectionLostException;
import dev.talaria.rpc.peer.RpcRequest;

/**
 * Where everything that the server sends about one thread goes, in the order of its arrival.
 *
 * <p>Called on the connection's reader thread: an implementation puts the message into its mailbox
 * and returns; it never blocks and never calls the host.
 */
public interface ThreadInbox {

  /**
   * A delta arrived, and has not been read yet.
   *
   * @return true if no listener wants it, and it is noted that something arrived; false for it to
   *     be read and passed on as a notification
   */
  default boolean passOver(DeltaLine.Kind kind, String turnId) {
    return false;
  }

  /** The server sent a notification. */
  void notification(ServerNotification notification);

  /** The server sent a request; it waits until the connection's {@code respond}. */
  void request(RpcRequest request);

  /** The connection is lost, and may come back: what the server does meanwhile is not told. */
  default void disconnected() {}

  /**
   * The connection has come back; nothing more is reported about the thread until it is resumed.
   */
  default void reconnected() {}

  /** The connection is gone; nothing follows. */
  void lost(ConnectionLostException reason);
}

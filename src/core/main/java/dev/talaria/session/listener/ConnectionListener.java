package dev.talaria.session.listener;

import dev.talaria.protocol.ServerNotification;

/**
 * Receives the notifications that belong to no open thread: account, configuration, other threads.
 *
 * <p>Called on the connection's worker threads, one notification at a time and in order.
 */
@FunctionalInterface
public interface ConnectionListener {

  /**
   * The server sent a notification.
   *
   * @param notification its method and params
   */
  void notification(ServerNotification notification);
}

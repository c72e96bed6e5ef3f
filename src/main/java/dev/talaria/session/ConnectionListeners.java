package dev.talaria.session;

import dev.talaria.appserver.ConnectionListener;
import dev.talaria.protocol.ServerNotification;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The host's listener of a connection, and those that subscribed beside it.
 *
 * <p>Safe for use by many threads. What one throws is logged, and the others hear all the same.
 */
final class ConnectionListeners implements ConnectionListener {

  private static final Logger log = LoggerFactory.getLogger(ConnectionListeners.class);

  private final List<Entry> others = new CopyOnWriteArrayList<>();
  private volatile ConnectionListener host = notification -> {};

  void replace(ConnectionListener next) {
    host = Objects.requireNonNull(next, "listener");
  }

  Subscription add(ConnectionListener listener) {
    Entry entry = new Entry(Objects.requireNonNull(listener, "listener"));
    others.add(entry);
    return entry;
  }

  @Override
  public void notification(ServerNotification notification) {
    tell(host, notification);
    others.forEach(entry -> tell(entry.listener, notification));
  }

  private static void tell(ConnectionListener listener, ServerNotification notification) {
    try {
      listener.notification(notification);
    } catch (RuntimeException | Error e) {
      log.warn("a listener of the connection failed on {}", notification, e);
    }
  }

  /** Compared by identity, so that the same listener can subscribe twice. */
  private final class Entry implements Subscription {
    private final ConnectionListener listener;

    Entry(ConnectionListener listener) {
      this.listener = listener;
    }

    @Override
    public void close() {
      others.remove(this);
    }
  }
}

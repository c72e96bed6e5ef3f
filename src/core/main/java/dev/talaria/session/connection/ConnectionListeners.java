package dev.talaria.session.connection;

import dev.talaria.base.Guard;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.session.ConnectionListener;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The host's listener of a connection, and those that subscribed beside it.
 *
 * <p>Safe for use by many threads. What one throws is logged, and the others are told all the same.
 */
final class ConnectionListeners implements ConnectionListener {

  private final List<Entry> others = new CopyOnWriteArrayList<>();
  private volatile Entry host = new Entry(notification -> {});

  void replace(ConnectionListener next) {
    host = new Entry(next);
  }

  Subscription add(ConnectionListener listener) {
    Entry entry = new Entry(listener);
    others.add(entry);
    return entry;
  }

  @Override
  public void notification(ServerNotification notification) {
    host.tell(notification);
    others.forEach(entry -> entry.tell(notification));
  }

  /** Compared by identity, so that the same listener can subscribe twice. */
  private final class Entry implements Subscription {
    private final ConnectionListener listener;
    private final Guard guard = Guard.of("a listener of the connection");

    Entry(ConnectionListener listener) {
      this.listener = Objects.requireNonNull(listener, "listener");
    }

    void tell(ServerNotification notification) {
      guard.tell(listener, to -> to.notification(notification));
    }

    @Override
    public void close() {
      others.remove(this);
    }
  }
}

package dev.talaria.session;

import dev.talaria.approval.HostServices;
import dev.talaria.appserver.AppServer;
import dev.talaria.appserver.Workers;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One app-server with what serves it. {@link Children} counts who uses it, under its lock. */
final class Child {

  final Children owner;
  final AppServer server;
  private final ConnectionDesk desk;

  /** Threads without a session that are still loaded here: no other child knows all their turns. */
  final Set<String> keeps = ConcurrentHashMap.newKeySet();

  int sessions;
  boolean retired;

  Child(Children owner, AppServer server, Workers workers, HostServices services) {
    this.owner = owner;
    this.server = server;
    this.desk = new ConnectionDesk(server, workers, services);
    server.serve(desk::read);
  }

  /** Whether it can serve one more session. */
  boolean takesSessions() {
    return !retired && !server.isLost();
  }

  void close() {
    desk.close();
    server.close();
  }

  void close(String reason) {
    desk.close();
    server.close(reason);
  }
}

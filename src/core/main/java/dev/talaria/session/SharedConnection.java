package dev.talaria.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.approval.HostServices;
import dev.talaria.appserver.AppServer;
import dev.talaria.appserver.Workers;
import dev.talaria.rpc.RequestTimeoutException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One app-server with what serves it. {@link CodexConnections} counts who uses it, under its lock.
 */
final class SharedConnection {

  final CodexConnections owner;
  final AppServer server;
  private final ConnectionRequestHandler desk;

  /** Threads without a session that are still loaded here: no other child knows all their turns. */
  final Set<String> keeps = ConcurrentHashMap.newKeySet();

  int sessions;
  boolean retired;

  SharedConnection(
      CodexConnections owner, AppServer server, Workers workers, HostServices services) {
    this.owner = owner;
    this.server = server;
    this.desk = new ConnectionRequestHandler(server, workers, services);
    server.serve(desk::read);
  }

  /** Whether it can serve one more session. */
  boolean takesSessions() {
    return !retired && !server.isLost();
  }

  /** Asks it something, and ends it for all its sessions if it does not answer. */
  void endIfHung() {
    server
        .request("thread/loaded/list", Map.of(), JsonNode.class, ThreadRelease.LIMIT)
        .whenComplete(
            (answer, error) -> {
              if (error instanceof RequestTimeoutException) {
                owner.endHung(this);
              }
            });
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

package dev.talaria.session.connection;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.approval.HostServices;
import dev.talaria.appserver.AppServer;
import dev.talaria.appserver.Workers;
import dev.talaria.rpc.RequestTimeoutException;
import dev.talaria.session.request.ConnectionRequestHandler;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One app-server with what serves it. {@link CodexConnections} counts who uses it, under its lock.
 */
public final class SharedConnection {

  /** How long a Codex that does not hang may take to answer. */
  static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);

  public final CodexConnections owner;
  public final AppServer server;
  private final ConnectionRequestHandler handler;

  /** Threads without a session that are still loaded here: only this one knows all their turns. */
  public final Set<String> keeps = ConcurrentHashMap.newKeySet();

  int sessions;
  boolean retired;

  /** Whether this side ends it. */
  boolean ending;

  SharedConnection(
      CodexConnections owner, AppServer server, Workers workers, HostServices services) {
    this.owner = owner;
    this.server = server;
    this.handler = new ConnectionRequestHandler(server, workers, services);
    server.router().serve(handler::accept);
  }

  /** Whether it can serve one more session. */
  public boolean takesSessions() {
    return !retired && !server.isLost();
  }

  /** Asks it something, and ends it for all its sessions if it does not answer. */
  public void endIfHung() {
    server
        .request("thread/loaded/list", Map.of(), JsonNode.class, ANSWER_LIMIT)
        .whenComplete(
            (answer, error) -> {
              if (error instanceof RequestTimeoutException) {
                owner.endHung(this);
              }
            });
  }

  public void close() {
    handler.close();
    server.close();
  }

  void close(String reason) {
    handler.close();
    server.close(reason);
  }
}

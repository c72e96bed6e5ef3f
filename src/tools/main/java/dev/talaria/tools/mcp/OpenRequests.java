package dev.talaria.tools.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;

/** The requests that are worked on, so that a client can cancel its own. Safe for many threads. */
final class OpenRequests {

  private record Key(String session, JsonNode id) {}

  private final ConcurrentHashMap<Key, Future<?>> open = new ConcurrentHashMap<>();

  /** Notes a request; of two under one id only the first can be cancelled. Returns the undoing. */
  Runnable add(String session, JsonNode id, Future<?> working) {
    Key key = new Key(session, id);
    open.putIfAbsent(key, working);
    return () -> open.remove(key, working);
  }

  void cancel(String session, JsonNode id) {
    Future<?> working = open.get(new Key(session, id));
    if (working != null) {
      working.cancel(true);
    }
  }
}

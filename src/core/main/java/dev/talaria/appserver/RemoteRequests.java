package dev.talaria.appserver;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.rpc.peer.RpcRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a server has asked, and what it was answered, until it says that it is done with it: a
 * client that comes back is asked again what was open, under the same id, and an answer that was
 * given when the connection was lost is given again.
 *
 * <p>Source: 0.169.0, measured: {@code thread/resume} of a client that comes back repeats open
 * requests; the first answer wins, and {@code serverRequest/resolved} follows to all clients.
 *
 * <p>Safe for use by many threads.
 */
final class RemoteRequests {

  /** More than a host works on at once; the oldest is forgotten. */
  private static final int MOST = 1_000;

  private record Asked(String method, JsonNode params, Object answer) {}

  private final Map<JsonNode, Asked> asked =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<JsonNode, Asked> eldest) {
          return size() > MOST;
        }
      };

  /** A request has arrived; the answer that this very request was given before, if it was. */
  synchronized Optional<Object> answerTo(RpcRequest request) {
    Asked before = asked.get(request.id());
    if (before != null
        && before.method.equals(request.method())
        && before.params.equals(request.params())) {
      return Optional.ofNullable(before.answer);
    }
    asked.put(request.id(), new Asked(request.method(), request.params(), null));
    return Optional.empty();
  }

  /** A request is answered. */
  synchronized void answered(JsonNode id, Object answer) {
    asked.computeIfPresent(
        id, (same, request) -> new Asked(request.method, request.params, answer));
  }

  /** The server is done with a request. */
  synchronized void resolved(JsonNode id) {
    asked.remove(id);
  }
}

package dev.talaria.session.listener;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Sees every message between this program and Codex, for a viewer: those of all threads, also of
 * threads without a session.
 *
 * <p>Each connection is watched by a thread of its own, so that a watcher may take its time: what
 * it has not taken is queued, and when the queue is full, a line says how many messages are
 * lacking. What it throws is logged and harms nothing.
 */
@FunctionalInterface
public interface MessageWatcher {

  /** Asks a connection's Codex. Safe for use by many threads. */
  @FunctionalInterface
  interface Calls {

    /**
     * Calls any method.
     *
     * @param method the wire name, such as {@code turn/interrupt}
     * @param params a record, a map or a tree
     * @return completes as that of {@link dev.talaria.session.Codex#request(String, Object, Class)}
     */
    CompletableFuture<JsonNode> request(String method, Object params);
  }

  /**
   * A connection is there; also called for those that were there before the watcher.
   *
   * @param calls asks the Codex of this connection
   * @return gets the lines that a recording would have ({@code docs/recordings.md}), masked: {@code
   *     {"t":seconds,"dir":"send|recv","msg":{…}}}; {@code {"end":true}} is the last
   */
  Consumer<JsonNode> onConnection(Calls calls);
}

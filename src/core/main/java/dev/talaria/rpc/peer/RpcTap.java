package dev.talaria.rpc.peer;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Sees every message of a connection, in both directions, for a recording.
 *
 * <p>Called on the writer thread right before a message is written, and on the reader thread right
 * after one was read, so a request always comes before its answer. An implementation must not
 * block; the trees are shared and read-only.
 */
public interface RpcTap extends AutoCloseable {

  /** Sees nothing. */
  RpcTap NONE =
      new RpcTap() {
        @Override
        public void sending(JsonNode message) {}

        @Override
        public void received(JsonNode message) {}
      };

  /** A message is about to be written. */
  void sending(JsonNode message);

  /** A message was read. */
  void received(JsonNode message);

  /** The connection is closed: nothing follows. */
  @Override
  default void close() {}
}

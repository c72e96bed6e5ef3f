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
  RpcTap NONE = new RpcTap() {};

  /** A message is about to be written. */
  default void sending(JsonNode message) {}

  /** A message was read. */
  default void received(JsonNode message) {}

  /** The connection is closed: nothing follows. */
  @Override
  default void close() {}
}

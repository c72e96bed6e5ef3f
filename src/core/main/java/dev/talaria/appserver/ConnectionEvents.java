package dev.talaria.appserver;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.rpc.ConnectionLostException;

/** Is told what belongs to no open thread, one thing at a time and in order, on a worker. */
public interface ConnectionEvents {

  /** The server sent a notification. */
  void notification(ServerNotification notification, String method, JsonNode params);

  /** The connection is lost, and is made again. */
  void disconnected(ConnectionLostException reason);

  /** The connection has come back. */
  void reconnected();

  /** The connection is gone; the last event that is reported for it. */
  void lost(ConnectionLostException reason);
}

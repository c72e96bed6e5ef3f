package dev.talaria.session.connection;

import dev.talaria.appserver.Reconnect;
import dev.talaria.codex.AttachOptions;
import dev.talaria.rpc.transport.SocketOptions;
import dev.talaria.rpc.transport.WebSocketTransport;
import java.util.Map;

/** The way from the options of a host to a connection with a server. */
public final class Attachment {

  private Attachment() {}

  /** How the server at this address is connected to, and connected to again. */
  public static Reconnect to(String address, AttachOptions options) {
    SocketOptions socket =
        new SocketOptions(
            () ->
                options
                    .token()
                    .map(token -> Map.of("Authorization", "Bearer " + token.get()))
                    .orElse(Map.of()),
            options.connectTimeout(),
            options.idleTimeout().dividedBy(2),
            options.idleTimeout(),
            SocketOptions.DEFAULT.closeLimit(),
            options.tls().orElse(null),
            options.plainRemoteAllowed());
    return new Reconnect(
        () -> WebSocketTransport.connect(address, socket), options.reconnectTimeout());
  }
}

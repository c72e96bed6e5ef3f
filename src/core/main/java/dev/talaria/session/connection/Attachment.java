package dev.talaria.session.connection;

import dev.talaria.appserver.Reconnect;
import dev.talaria.codex.AttachOptions;
import dev.talaria.rpc.transport.ConnectRefusedException;
import dev.talaria.rpc.transport.SocketOptions;
import dev.talaria.rpc.transport.Transport;
import dev.talaria.rpc.transport.WebSocketTransport;
import dev.talaria.server.CodexServer;
import dev.talaria.server.ServerOptions;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** The way from the options of a host to a connection with a server. */
public final class Attachment {

  private Attachment() {}

  /** How the server at this address is connected to, and connected to again. */
  public static Reconnect to(String address, AttachOptions options) {
    WebSocketTransport.requireAddress(address);
    Supplier<Transport> connect = () -> connect(address, options);
    return new Reconnect(connect, connect, options.reconnectTimeout());
  }

  /**
   * How the server of a {@code CODEX_HOME} is connected to, which is started if none runs. One that
   * ends meanwhile may have been stopped: only who needs one again starts one again.
   */
  public static Reconnect toServerOf(ServerOptions server, AttachOptions options) {
    AtomicReference<Path> home = new AtomicReference<>();
    return new Reconnect(
        () -> {
          CodexServer found = CodexServer.startOrFind(server);
          home.set(found.home());
          return connect(found, options);
        },
        () ->
            connect(
                CodexServer.find(home.get())
                    .orElseThrow(() -> new ConnectRefusedException("the server has ended", null)),
                options),
        options.reconnectTimeout());
  }

  private static Transport connect(CodexServer server, AttachOptions options) {
    return connect(
        server.address(),
        server
            .tokenFile()
            .map(file -> options.toBuilder().tokenFile(file).build())
            .orElse(options));
  }

  private static Transport connect(String address, AttachOptions options) {
    return WebSocketTransport.connect(
        address,
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
            options.plainRemoteAllowed()));
  }
}

package dev.talaria.cli.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.base.TalariaException;
import dev.talaria.cli.codex.CodexPlace;
import dev.talaria.cli.process.Interrupts;
import dev.talaria.cli.terminal.Durations;
import dev.talaria.codex.CodexOptions;
import dev.talaria.server.CodexServer;
import dev.talaria.server.ServerOptions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the server of a home, or finds it: with and without the word {@code start}. */
abstract class StartingCommand extends ServerCommand {

  @Mixin private CodexPlace place;

  @Option(
      names = "--config",
      paramLabel = "KEY=VALUE",
      description =
          "Overrides a key of Codex's configuration for the server; the value is TOML. Repeatable.")
  private final Map<String, String> config = new LinkedHashMap<>();

  @Option(
      names = "--listen",
      paramLabel = "ADDRESS",
      description =
          "unix (default), or ws://127.0.0.1:PORT with a token; port 0 lets the system choose.")
  private String listen;

  @Option(
      names = "--foreground",
      description = "Stays until Ctrl-C, SIGTERM or the server's end; for units and containers.")
  private boolean foreground;

  @Option(
      names = "--grace",
      paramLabel = "TIME",
      description =
          "With --foreground: how long a running turn may go on at the end. Default: 10s.")
  private Duration grace = CodexServer.DEFAULT_GRACE;

  @Override
  public final Integer call() {
    CodexOptions.Builder codex = place.options();
    config.forEach(codex::config);
    ServerOptions.Builder options = ServerOptions.builder().codex(codex.build());
    try {
      options.listen(listen == null ? "unix" : listen);
    } catch (IllegalArgumentException e) {
      throw misuse(e.getMessage());
    }
    return foreground ? stay(options.build()) : leave(options.build());
  }

  private int leave(ServerOptions options) {
    Optional<CodexServer> before =
        CodexServer.find(CodexPlace.home(place.codexHome(), System.getenv()));
    CodexServer server = CodexServer.startOrFind(options);
    boolean started = before.filter(old -> old.pid() == server.pid()).isEmpty();
    if (!isWanted(server.address())) {
      throw new TalariaException(
          "a server runs already, and listens on %s; 'talaria serve stop' ends it"
              .formatted(server.address()));
    }
    print(server, started);
    if (!json) {
      say(
          started
              ? "Codex listens, and goes on when this terminal is closed. 'talaria serve stop' ends it."
              : "It ran already.");
    }
    return FINE;
  }

  /** Whether a server listens where the command line says; without a word of that it does. */
  private boolean isWanted(String address) {
    if (listen == null) {
      return true;
    }
    return listen.endsWith(":0")
        ? address.startsWith(listen.substring(0, listen.length() - 1))
        : address.equals(listen) || listen.equals("unix") && address.startsWith("unix:");
  }

  private void print(CodexServer server, boolean started) {
    if (json) {
      ObjectNode document = json(server);
      document.put("started", started);
      print(document);
    } else {
      rows(server);
    }
  }

  private int stay(ServerOptions options) {
    CompletableFuture<Boolean> asked = new CompletableFuture<>();
    Thread waiting = Thread.currentThread();
    Interrupts.onEnd(() -> asked.complete(true), waiting::interrupt);
    CodexServer server = CodexServer.start(options);
    print(server, true);
    ProcessHandle.of(server.pid())
        .ifPresentOrElse(
            process -> process.onExit().thenRun(() -> asked.complete(false)),
            () -> asked.complete(false));
    boolean stop = asked.join();
    say(stop ? "Codex may end its turn, for " + Durations.show(grace) + "." : "Codex has ended.");
    server.stop(grace);
    if (!stop) {
      throw new TalariaException("the server ended by itself; see " + server.logFile());
    }
    return FINE;
  }
}

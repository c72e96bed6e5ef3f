package dev.talaria.cli.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.base.TalariaException;
import dev.talaria.cli.codex.CodexPlace;
import dev.talaria.cli.process.Interrupts;
import dev.talaria.cli.terminal.Durations;
import dev.talaria.codex.AttachOptions;
import dev.talaria.codex.CodexOptions;
import dev.talaria.server.CodexServer;
import dev.talaria.server.ServerOptions;
import dev.talaria.session.Codex;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the server of a home, or finds it: with and without the word {@code start}. */
abstract class StartingCommand extends ServerCommand {

  /** How often a server is looked at that is to end when it is idle. */
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private static final Duration LOOK_LIMIT = Duration.ofSeconds(10);

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
      description =
          "Stays until Ctrl-C, SIGTERM or the end of the server; for systemd units and"
              + " containers.")
  private boolean foreground;

  @Option(
      names = "--grace",
      paramLabel = "TIME",
      description =
          "With --foreground: how long a running turn may continue at the end. Default: 10s.")
  private Duration grace = CodexServer.DEFAULT_GRACE;

  @Option(
      names = "--idle-end",
      paramLabel = "TIME",
      description =
          "With --foreground: ends the server after it has had no thread loaded for this"
              + " long, such as 30m. Default: never.")
  private Duration idleEnd;

  @Override
  public final Integer call() {
    if (idleEnd != null && !foreground) {
      throw misuse("--idle-end needs --foreground, because a program has to watch the server");
    }
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
              ? "Codex listens, and continues when this terminal is closed. 'talaria serve"
                  + " stop' ends it."
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
    boolean stop = awaitEnd(asked, server);
    say(stop ? "Codex may end its turn, for " + Durations.show(grace) + "." : "Codex has ended.");
    server.stop(grace);
    if (!stop) {
      throw new TalariaException("the server ended by itself; see " + server.logFile());
    }
    return FINE;
  }

  /** Whether the end was asked for, also by {@code --idle-end}; not when the server has ended. */
  private boolean awaitEnd(CompletableFuture<Boolean> asked, CodexServer server) {
    if (idleEnd == null) {
      return asked.join();
    }
    long pause = Math.max(100, Math.min(LONGEST_PAUSE.toMillis(), idleEnd.toMillis() / 4));
    long used = System.nanoTime();
    while (true) {
      try {
        return asked.get(pause, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (!isIdle(server)) {
          used = System.nanoTime();
        } else if (System.nanoTime() - used >= idleEnd.toNanos()) {
          say("No thread was loaded for " + Durations.show(idleEnd) + ".");
          return true;
        }
      } catch (InterruptedException | ExecutionException e) {
        throw new TalariaException("interrupted while waiting for the end of the server", e);
      }
    }
  }

  /** A session keeps its thread loaded, and Codex for a while after it. */
  private static boolean isIdle(CodexServer server) {
    AttachOptions.Builder options = AttachOptions.builder().reconnectTimeout(Duration.ZERO);
    server.tokenFile().ifPresent(options::tokenFile);
    try (Codex codex = Codex.attach(URI.create(server.address()), options.build())) {
      return codex
          .call("thread/loaded/list", Map.of(), JsonNode.class, LOOK_LIMIT)
          .path("data")
          .isEmpty();
    } catch (TalariaException e) {
      // Whether it is idle is not known; its own end is seen elsewhere.
      return false;
    }
  }
}

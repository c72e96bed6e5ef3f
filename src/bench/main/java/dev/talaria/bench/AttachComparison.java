package dev.talaria.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.bench.lab.BenchCodex;
import dev.talaria.bench.lab.BenchScript;
import dev.talaria.bench.lab.BenchTable;
import dev.talaria.bench.lab.Percentiles;
import dev.talaria.bench.lab.ResidentMemory;
import dev.talaria.codex.AttachOptions;
import dev.talaria.codex.CodexOptions;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.result.TurnResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A Codex that listens on a unix socket beside one that is a child: how long a request and a turn
 * take, one after the other in the same run; and what many sessions of some processes hold of the
 * memory on that server.
 *
 * <p>Belongs to one thread. All processes end with {@link #compare}.
 */
public final class AttachComparison {

  private static final int PROCESSES = 5;
  private static final double MEGA = 1 << 20;
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Path executable;
  private final int sessions;

  /**
   * @param executable of Codex
   * @param sessions how many are open at a time, of five processes
   */
  public AttachComparison(Path executable, int sessions) {
    this.executable = executable;
    this.sessions = sessions;
  }

  /** One way to the same Codex, with a session. */
  private record Way(
      Codex codex, CodexSession session, Percentiles calls, Percentiles looks, Percentiles turns)
      implements AutoCloseable {

    static Way of(Codex codex, BenchCodex home, int calls, int turns) {
      CodexSession session = codex.openSession(home.session().build());
      return new Way(
          codex, session, new Percentiles(calls), new Percentiles(turns), new Percentiles(turns));
    }

    void call() {
      long start = System.nanoTime();
      codex.call("thread/loaded/list", Map.of(), JsonNode.class, LIMIT);
      calls.add(System.nanoTime() - start);
    }

    /** What an attached session asks before a turn. */
    void look() {
      Map<String, Object> params =
          Map.of("threadId", session.threadId(), "limit", 4, "itemsView", "notLoaded");
      long start = System.nanoTime();
      codex.call("thread/turns/list", params, JsonNode.class, LIMIT);
      looks.add(System.nanoTime() - start);
    }

    void turn() {
      long start = System.nanoTime();
      TurnResult result = session.runTurn("Say ok.");
      turns.add(System.nanoTime() - start);
      if (!result.finalText().equals(SessionsCost.ANSWER)) {
        throw new IllegalStateException("a turn of the benchmark failed: " + result.error());
      }
    }

    Object[] row(String name) {
      return new Object[] {
        name,
        calls.millis(50),
        calls.millis(99),
        looks.millis(50),
        turns.millis(50),
        turns.millis(99)
      };
    }

    @Override
    public void close() {
      codex.close();
    }
  }

  /**
   * Measures.
   *
   * @param calls how many small requests each way
   * @param turns how many turns each way
   */
  public BenchTable compare(int calls, int turns) throws Exception {
    BenchTable table =
        new BenchTable(
            "attach",
            "a Codex that listens on a unix socket beside one on stdio, one after the other",
            "way",
            "request p50 ms",
            "request p99 ms",
            "turns/list p50 ms",
            "turn p50 ms",
            "turn p99 ms");
    try (BenchCodex codex = new BenchCodex(executable, BenchScript.always(SessionsCost.ANSWER))) {
      Path socket = codex.workspace().resolve("bench.sock");
      Process server =
          codex
              .bare("app-server", "--listen", "unix://" + socket)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      try {
        awaitSocket(server, socket);
        latency(table, codex, socket, calls, turns);
        memory(table, codex, server, socket);
      } finally {
        server.descendants().forEach(ProcessHandle::destroyForcibly);
        server.destroyForcibly().onExit().get(60, TimeUnit.SECONDS);
      }
    }
    return table;
  }

  private static void awaitSocket(Process server, Path socket) throws Exception {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!Files.exists(socket)) {
      // Also the pause between two looks.
      if (server.waitFor(20, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
        throw new IllegalStateException("codex app-server does not listen on " + socket);
      }
    }
  }

  private static void latency(
      BenchTable table, BenchCodex codex, Path socket, int calls, int turns) {
    AttachOptions attach = AttachOptions.builder().codex(CodexOptions.defaults()).build();
    try (Way stdio = Way.of(Codex.launch(codex.options()), codex, calls, turns);
        Way unix =
            Way.of(Codex.attach(URI.create("unix://" + socket), attach), codex, calls, turns)) {
      List<Way> ways = List.of(stdio, unix);
      for (int i = 0; i < calls; i++) {
        ways.forEach(Way::call);
      }
      for (int i = 0; i < turns; i++) {
        ways.forEach(Way::turn);
        ways.forEach(Way::look);
      }
      table.row(stdio.row("stdio")).row(unix.row("unix socket"));
      table.note(
          "the socket takes %+.3f ms more for a request at p50; target: at most 1 ms. A turn takes"
              + " %+.3f ms more: before it an attached session asks whether one runs (turns/list)",
          unix.calls.millis(50) - stdio.calls.millis(50),
          unix.turns.millis(50) - stdio.turns.millis(50));
    }
  }

  private void memory(BenchTable table, BenchCodex codex, Process server, Path socket)
      throws Exception {
    List<Process> hosts = new ArrayList<>();
    try {
      ResidentMemory before = ResidentMemory.of(tree(server));
      for (int i = 0; i < PROCESSES; i++) {
        hosts.add(AttachedHost.start(socket, codex.workspace(), sessions / PROCESSES));
      }
      for (Process host : hosts) {
        awaitReady(host);
      }
      ResidentMemory after = ResidentMemory.of(tree(server));
      ResidentMemory clients = ResidentMemory.of(hosts.stream().map(Process::toHandle).toList());
      table.note(
          "%d sessions of %d processes, a turn in each: the server holds %.0f MB of RSS, %.0f MB"
              + " before; each client %.0f MB of RSS, a JVM with a heap of at most 64 MB",
          sessions,
          PROCESSES,
          after.resident() / MEGA,
          before.resident() / MEGA,
          clients.resident() / MEGA / PROCESSES);
    } finally {
      for (Process host : hosts) {
        host.destroyForcibly().onExit().get(60, TimeUnit.SECONDS);
      }
    }
  }

  private static List<ProcessHandle> tree(Process server) {
    List<ProcessHandle> all = new ArrayList<>(server.descendants().toList());
    all.add(server.toHandle());
    return all;
  }

  private static void awaitReady(Process host) throws IOException {
    BufferedReader said = host.inputReader();
    StringBuilder log = new StringBuilder();
    for (String line = said.readLine(); !AttachedHost.READY.equals(line); line = said.readLine()) {
      if (line == null) {
        throw new IOException("a host of the benchmark ended; it said: " + log);
      }
      log.append(line).append('\n');
    }
  }
}

package dev.talaria.bench;

import dev.talaria.bench.lab.BareDriver;
import dev.talaria.bench.lab.BenchCodex;
import dev.talaria.bench.lab.BenchScript;
import dev.talaria.bench.lab.BenchTable;
import dev.talaria.bench.lab.OwnProcessor;
import dev.talaria.bench.lab.Percentiles;
import dev.talaria.bench.lab.TimedCodex;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * How long it takes until a thread of a new child is open, beside a bare driver, and until the chat
 * in a terminal shows its prompt.
 *
 * <p>Runs on the calling thread. The two ways alternate, and the ends of the children do not count.
 */
public final class ConnectionComparison {

  private static final int WARM_UP = 3;
  static final String OURS = "talaria, launch and openSession";
  static final String BARE = "bare driver, handshake and thread/start";
  private static final String PROMPT = "›";

  /** Seconds for the prompt. */
  private static final long PATIENCE = 60;

  /** Gives a process a terminal. */
  private static final Path SCRIPT = Path.of("/usr/bin/script");

  private ConnectionComparison() {}

  /**
   * Measures.
   *
   * @param chat the command of {@code talaria chat}
   */
  public static BenchTable compare(Path executable, int rounds, List<String> chat)
      throws Exception {
    BenchTable table =
        new BenchTable(
            "connection",
            "from the start of a process to an open thread, and to the prompt of the chat",
            "way",
            "starts",
            "wall p50 ms",
            "wall p90 ms",
            "own processor p50 ms");
    String script = BenchScript.always(SessionsCost.ANSWER);
    try (BenchCodex forTalaria = new BenchCodex(executable, script);
        BenchCodex forBare = new BenchCodex(executable, script)) {
      List<String> sent = TimedCodex.sentForTurn(forBare);
      Taken ours = new Taken();
      Taken bare = new Taken();
      for (int round = -WARM_UP; round < rounds; round++) {
        for (int place = 0; place < 2; place++) {
          boolean own = (round + place) % 2 == 0;
          Taken to = round < 0 ? new Taken() : own ? ours : bare;
          if (own) {
            to.start(() -> Codex.launch(forTalaria.options()), codex -> open(codex, forTalaria));
          } else {
            to.start(() -> new BareDriver(forBare.bare("app-server"), sent), BareDriver::open);
          }
        }
      }
      row(table, OURS, ours);
      row(table, BARE, bare);
      table.note(
          "%s: %.2f of the wall time of the bare driver",
          OURS, table.ratio(OURS, BARE, "wall p50 ms"));
      if (Files.isExecutable(SCRIPT)) {
        Percentiles prompts = new Percentiles(rounds);
        for (int round = -1; round < rounds; round++) {
          long nanos = prompt(forTalaria, chat);
          if (round >= 0) {
            prompts.add(nanos);
          }
        }
        table.row(
            "talaria chat, to its prompt",
            prompts.count(),
            prompts.millis(50),
            prompts.millis(90),
            null);
      }
    }
    return table;
  }

  private static CodexSession open(Codex codex, BenchCodex home) {
    return codex.openSession(home.session().build());
  }

  /** Starts something that is closed afterwards. */
  private interface Start<T> {
    T start() throws Exception;
  }

  /** What follows the start. */
  private interface Opening<T> {
    Object open(T started) throws Exception;
  }

  /** What the starts of one way took. */
  private static final class Taken {
    private final Percentiles wall = new Percentiles(1000);
    private final Percentiles own = new Percentiles(1000);

    private <T extends AutoCloseable> void start(Start<T> start, Opening<T> opening)
        throws Exception {
      OwnProcessor processor = new OwnProcessor();
      processor.sinceLastLook();
      long begun = System.nanoTime();
      T started = start.start();
      try {
        opening.open(started);
        wall.add(System.nanoTime() - begun);
        own.add(processor.sinceLastLook());
      } finally {
        started.close();
      }
    }
  }

  private static void row(BenchTable table, String name, Taken taken) {
    table.row(
        name,
        taken.wall.count(),
        taken.wall.millis(50),
        taken.wall.millis(90),
        taken.own.millis(50));
  }

  /** Nanoseconds until the prompt is written to a terminal. */
  private static long prompt(BenchCodex home, List<String> chat) throws IOException {
    String line =
        chat.stream()
            .map(word -> "'" + word + "'")
            .collect(Collectors.joining(" ", "stty rows 24 cols 80; exec ", ""));
    ProcessBuilder command =
        new ProcessBuilder(SCRIPT.toString(), "-qfec", line, "/dev/null").redirectErrorStream(true);
    command.directory(home.workspace().toFile());
    command.environment().putAll(home.environment());
    command.environment().put("TERM", "xterm-256color");
    command.environment().put("LC_ALL", "C.UTF-8");
    long begun = System.nanoTime();
    Process process = command.start();
    // The read below ends with the process.
    process
        .onExit()
        .copy()
        .orTimeout(PATIENCE, TimeUnit.SECONDS)
        .exceptionally(
            late -> {
              end(process);
              return process;
            });
    try (InputStream screen = process.getInputStream()) {
      byte[] buffer = new byte[1 << 16];
      StringBuilder written = new StringBuilder();
      // As bytes: a character may come in two parts.
      String wanted =
          new String(PROMPT.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
      while (written.indexOf(wanted) < 0) {
        int read = screen.read(buffer);
        if (read < 0) {
          throw new IOException("talaria chat ended without a prompt: " + written);
        }
        written.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
      }
      return System.nanoTime() - begun;
    } finally {
      end(process);
    }
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}

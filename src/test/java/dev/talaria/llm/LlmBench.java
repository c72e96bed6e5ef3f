package dev.talaria.llm;

import com.sun.management.OperatingSystemMXBean;
import dev.talaria.codex.CodexOptions;
import dev.talaria.fixtures.ModelScript;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.ScriptedModel;
import dev.talaria.session.Codex;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a text call costs on one warm child, beside one {@code codex exec --json} for each.
 *
 * <p>{@code mvn verify -Pbench} runs it and prints its table. Processor time is that of all Codex
 * processes and of this one, which holds the scripted model in either case.
 */
class LlmBench {

  private static final int CALLS = 200;
  private static final int AT_ONCE = 8;

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  @TempDir Path folder;

  private record Cost(Duration wall, Duration processor, Duration here) {}

  @Test
  void text_calls_beside_exec() throws Exception {
    String executable = PinnedCodex.selected().executable().toString();
    try (ScriptedModel model =
            ScriptedModel.start(ModelScript.builder().repeat().text("ok").build());
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
      Cost ours;
      CodexOptions options =
          CodexOptions.builder()
              .executable(Path.of(executable))
              .codexHome(home.path())
              .environment(home.environment())
              .build();
      try (Codex codex = Codex.launch(options);
          CodexLlmRuntime llm = CodexLlmRuntime.on(codex).cwd(folder).build()) {
        for (int i = 0; i < CALLS / 2; i++) {
          llm.generateText(TextRequest.of("warm up")).get();
        }
        ours =
            cost(
                () -> {
                  String text = llm.generateText(TextRequest.of("say ok")).get();
                  if (!text.equals("ok")) {
                    throw new IllegalStateException(text);
                  }
                  return null;
                });
      }
      Cost exec = cost(() -> exec(executable, home));
      System.out.printf(
          "%d text calls, %d at a time%n%-24s %12s %14s %14s%n",
          CALLS, AT_ONCE, "", "wall/call", "processor/call", "of it this JVM");
      row("one warm child", ours);
      row("codex exec --json each", exec);
      System.out.printf(
          "%-24s %12.3f %14.3f%n",
          "ratio",
          (double) ours.wall().toNanos() / exec.wall().toNanos(),
          (double) ours.processor().toNanos() / exec.processor().toNanos());
    }
  }

  private static void row(String name, Cost cost) {
    System.out.printf(
        "%-24s %9.1f ms %11.1f ms %11.1f ms%n",
        name,
        cost.wall().toNanos() / 1e6 / CALLS,
        cost.processor().toNanos() / 1e6 / CALLS,
        cost.here().toNanos() / 1e6 / CALLS);
  }

  private Void exec(String executable, ScratchCodexHome home)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "exec", ".jsonl");
    ProcessBuilder command =
        new ProcessBuilder(
            executable,
            "exec",
            "--json",
            "--skip-git-repo-check",
            "--sandbox",
            "read-only",
            "--cd",
            folder.toString(),
            "say ok");
    command.environment().put("CODEX_HOME", home.path().toString());
    command.environment().putAll(home.environment());
    command.redirectInput(Path.of("/dev/null").toFile());
    command.redirectOutput(out.toFile());
    command.redirectError(ProcessBuilder.Redirect.DISCARD);
    int exit = command.start().waitFor();
    if (exit != 0 || !Files.readString(out).contains("\"text\":\"ok\"")) {
      throw new IllegalStateException("codex exec failed: " + exit);
    }
    return null;
  }

  private static Cost cost(Callable<Void> call)
      throws InterruptedException, ExecutionException, IOException {
    ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE);
    long processor = processor();
    long here = SYSTEM.getProcessCpuTime();
    long start = System.nanoTime();
    List<Future<Void>> running = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      running.add(callers.submit(call));
    }
    for (Future<Void> one : running) {
      one.get();
    }
    Duration wall = Duration.ofNanos(System.nanoTime() - start);
    Duration spent = Duration.ofNanos(processor() - processor);
    Duration own = Duration.ofNanos(SYSTEM.getProcessCpuTime() - here);
    callers.shutdown();
    return new Cost(wall, spent, own);
  }

  /** Of this process, of its children that run, and of those that have ended. */
  private static long processor() throws IOException {
    long living =
        ProcessHandle.current()
            .descendants()
            .mapToLong(child -> child.info().totalCpuDuration().orElse(Duration.ZERO).toNanos())
            .sum();
    String[] stat = Files.readString(Path.of("/proc/self/stat")).split("\\) ")[1].split(" ");
    long ticks = Long.parseLong(stat[13]) + Long.parseLong(stat[14]);
    return SYSTEM.getProcessCpuTime() + living + ticks * 10_000_000L;
  }
}

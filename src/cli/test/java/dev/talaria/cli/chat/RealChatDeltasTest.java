package dev.talaria.cli.chat;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.talaria.cli.TalariaJvm;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.ScriptedModel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What 100,000 deltas cost a chat, beside what they cost {@code talaria run}. */
@Timeout(300)
class RealChatDeltasTest {

  private static final int DELTAS = 100_000;

  @TempDir Path folder;

  private static String text() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < DELTAS * 5; i++) {
      text.append(i % 20 == 19 ? "word.\n\n" : i % 100 == 50 ? "\n- `code` **x** " : "word ");
    }
    return text + "the end";
  }

  private ProcessBuilder builder(ScratchCodexHome home, List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(home.environment());
    builder.environment().put("TALARIA_CACHE", PinnedCodex.defaultCache().toString());
    builder.environment().put("TERM", "xterm-256color");
    builder.environment().put("HOME", folder.toString());
    return builder.redirectErrorStream(true);
  }

  private static Duration used(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private Duration run(ScratchCodexHome home) throws Exception {
    List<String> command = TalariaJvm.command("run", "--codex-home", home.path().toString(), "go");
    Path output = folder.resolve("run.txt");
    Process process = builder(home, command).redirectOutput(output.toFile()).start();
    Duration latest = Duration.ZERO;
    while (process.isAlive()) {
      Duration now = used(process.toHandle());
      latest = now.compareTo(latest) > 0 ? now : latest;
      process.waitFor(5, java.util.concurrent.TimeUnit.MILLISECONDS);
    }
    assertTrue(Files.readString(output).contains("the end"));
    return latest;
  }

  private Duration chat(ScratchCodexHome home) throws Exception {
    List<String> command =
        TalariaJvm.command(
            "chat", "--codex-home", home.path().toString(), "--history", folder + "/history");
    String line =
        "stty rows 24 cols 80; exec "
            + command.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
    Path output = folder.resolve("chat.txt");
    Process process =
        builder(home, List.of("script", "-q", "-c", line, "/dev/null"))
            .redirectOutput(output.toFile())
            .start();
    try {
      process.getOutputStream().write("go\r".getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
      await()
          .atMost(Duration.ofSeconds(120))
          .until(() -> Files.readString(output), read -> read.contains("done in"));
      ProcessHandle java =
          process
              .descendants()
              .filter(each -> each.info().command().orElse("").endsWith("/java"))
              .findFirst()
              .orElseThrow();
      return used(java);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  @Test
  void a_hundred_thousand_deltas_cost_a_chat_less_than_twice_what_they_cost_a_run()
      throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "script is not installed here");
    try (ScriptedModel model =
            ScriptedModel.start(ModelScript.builder().repeat().text(text()).build());
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
      Duration run = run(home);
      Duration chat = chat(home);
      System.out.println(
          "processor time: run " + run.toMillis() + " ms, chat " + chat.toMillis() + " ms");
      assertTrue(chat.compareTo(run.multipliedBy(2)) < 0, "run " + run + ", chat " + chat);
    }
  }
}

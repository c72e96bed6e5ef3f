package dev.talaria.appserver;

import static org.awaitility.Awaitility.await;

import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.ScratchCodexHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The real Codex as a server that somebody else has started; ends with the test. */
public final class ListeningCodex implements AutoCloseable {

  private static final Pattern LISTENING = Pattern.compile("listening on: (ws://\\S+)");

  public final String address;
  public final Process process;
  private final Path log;

  private ListeningCodex(Process process, Path log, String address) {
    this.process = process;
    this.log = log;
    this.address = address;
  }

  /** On a port that the system chooses; with a token, if there is a file that holds one. */
  public static ListeningCodex onPort(ScratchCodexHome home, Path folder, Path tokenFile)
      throws Exception {
    List<String> arguments = new ArrayList<>(List.of("--listen", "ws://127.0.0.1:0"));
    if (tokenFile != null) {
      arguments.addAll(
          List.of("--ws-auth", "capability-token", "--ws-token-file", tokenFile.toString()));
    }
    Path log = folder.resolve("codex.log");
    Process process = start(home, log, arguments);
    String address =
        await()
            .atMost(Duration.ofSeconds(60))
            .until(
                () -> {
                  Matcher found = LISTENING.matcher(Files.readString(log));
                  alive(process, log);
                  return found.find() ? found.group(1) : "";
                },
                found -> !found.isEmpty());
    return new ListeningCodex(process, log, address);
  }

  /** On a unix socket. */
  public static ListeningCodex onSocket(ScratchCodexHome home, Path folder) throws Exception {
    Path socket = folder.resolve("codex.sock");
    Path log = folder.resolve("codex.log");
    Process process = start(home, log, List.of("--listen", "unix://" + socket));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              alive(process, log);
              return Files.exists(socket);
            });
    return new ListeningCodex(process, log, "unix://" + socket);
  }

  private static Process start(ScratchCodexHome home, Path log, List<String> arguments)
      throws Exception {
    List<String> command = new ArrayList<>();
    command.add(PinnedCodex.selected().executable().toString());
    command.add("app-server");
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(home.isolatedEnvironment());
    return builder.start();
  }

  private static void alive(Process process, Path log) throws IOException {
    if (!process.isAlive()) {
      throw new AssertionError("Codex ended: " + Files.readString(log));
    }
  }

  /** What it has printed. */
  public String log() throws IOException {
    return Files.readString(log);
  }

  /** Ends it without a chance to say anything. */
  public void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().orTimeout(30, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    kill();
  }
}

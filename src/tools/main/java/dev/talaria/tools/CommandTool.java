package dev.talaria.tools;

import dev.talaria.base.DaemonThreads;
import dev.talaria.base.TalariaException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A tool that is a program: the arguments are JSON on its standard input, what it prints is the
 * result, an exit code other than 0 is an error with what it wrote to standard error.
 *
 * <p>Immutable. Each call is a process of its own, which ends with the call, and with it everything
 * that it started and that is still below it: what it left behind when it ended continues.
 */
final class CommandTool implements ToolHandler {

  private static final Logger log = LoggerFactory.getLogger(CommandTool.class);
  private static final int MOST_OUTPUT = ToolResult.MAX_BYTES + 4;
  private static final int MOST_ERROR = 4096;

  /** How long the streams may be open when the program has ended. */
  private static final int STREAM_END_SECONDS = 2;

  private static final Executor READERS =
      task -> DaemonThreads.named("talaria-command-tool").newThread(task).start();

  /** What every program needs. */
  private static final Pattern PASSED =
      Pattern.compile(
          "(?i)PATH|HOME|USER|LOGNAME|SHELL|LANG|LC_.*|TZ|TMPDIR|TEMP|TMP|SYSTEMROOT|COMSPEC|PATHEXT"
              + "|USERPROFILE|APPDATA|LOCALAPPDATA");

  private final List<String> command;
  private final Map<String, String> environment;
  private final Path cwd;

  CommandTool(List<String> command, Map<String, String> environment, Path cwd) {
    this.command = List.copyOf(command);
    this.environment = new LinkedHashMap<>(environment);
    this.cwd = cwd;
  }

  @Override
  public CompletionStage<ToolResult> call(ToolInvocation call) throws IOException {
    Process process = start();
    byte[] input = call.arguments().toString().getBytes(StandardCharsets.UTF_8);
    READERS.execute(() -> feed(process, input));
    StreamHead output = new StreamHead(process.getInputStream(), MOST_OUTPUT);
    StreamHead errors = new StreamHead(process.getErrorStream(), MOST_ERROR);
    READERS.execute(output);
    READERS.execute(errors);
    CompletableFuture<ToolResult> result =
        process
            .onExit()
            .thenCompose(ended -> whole(output, errors))
            .thenApply(read -> result(process.exitValue(), output.bytes(), errors.bytes()));
    result.whenComplete((made, error) -> end(process));
    return result;
  }

  private Process start() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(cwd.toFile());
    Map<String, String> given = environment(System.getenv(), environment);
    builder.environment().clear();
    builder.environment().putAll(given);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new IOException("its program " + command.get(0) + " does not start", e);
    }
  }

  /**
   * What every program needs, and what the configuration names.
   *
   * @param host what this process has
   * @param named name to value; the value {@code ${OTHER}} is that of the variable OTHER here, and
   *     no variable if there is none
   */
  private static Map<String, String> environment(
      Map<String, String> host, Map<String, String> named) {
    Map<String, String> given = new LinkedHashMap<>();
    host.forEach(
        (name, value) -> {
          if (PASSED.matcher(name).matches()) {
            given.put(name, value);
          }
        });
    named.forEach(
        (name, value) -> {
          if (!value.startsWith("${") || !value.endsWith("}")) {
            given.put(name, value);
          } else if (host.containsKey(value.substring(2, value.length() - 1))) {
            given.put(name, host.get(value.substring(2, value.length() - 1)));
          }
        });
    return given;
  }

  private static ToolResult result(int exit, byte[] printed, byte[] errors) {
    if (exit == 0) {
      return ToolResult.of(new String(printed, StandardCharsets.UTF_8));
    }
    String why = new String(errors, StandardCharsets.UTF_8).strip();
    throw new TalariaException("its program ended with exit code " + exit + ": " + why);
  }

  /** A program need not read its input. */
  private static void feed(Process process, byte[] input) {
    try (OutputStream stdin = process.getOutputStream()) {
      stdin.write(input);
    } catch (IOException e) {
      log.debug("a tool's program did not read its input: {}", e.getMessage());
    }
  }

  /** What the program left running may hold its streams open: that is not waited for. */
  private static CompletableFuture<Void> whole(StreamHead output, StreamHead errors) {
    return CompletableFuture.allOf(output.end, errors.end)
        .completeOnTimeout(null, STREAM_END_SECONDS, TimeUnit.SECONDS);
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}

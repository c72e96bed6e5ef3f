package dev.talaria.cli.service;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.talaria.base.DaemonThreads;
import dev.talaria.base.TalariaException;
import dev.talaria.cli.codex.ConnectedCommand;
import dev.talaria.cli.process.Interrupts;
import dev.talaria.protocol.v2.CommandExecParams;
import dev.talaria.protocol.v2.SandboxMode;
import dev.talaria.protocol.v2.SandboxPolicy;
import dev.talaria.service.RunningCommand;
import dev.talaria.session.Codex;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jline.utils.WriterOutputStream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code talaria exec}: a command in Codex's sandbox, without a model. */
@Command(
    name = "exec",
    description = {
      "Runs a command in Codex's sandbox, without a model, and prints its output as it arrives.",
      "Write -- before the command. Ctrl-C ends it."
    },
    footer = {
      "",
      "Exit codes: that of the command, 124 at the time limit; 1 Codex refused, 2 misuse, 3 Codex"
          + " missing or too old."
    })
public final class ExecCommand extends ConnectedCommand {

  @Parameters(
      arity = "1..*",
      paramLabel = "COMMAND",
      description = "The program and its arguments, which are not passed through a shell.")
  private List<String> command;

  @Option(
      names = "--cwd",
      paramLabel = "DIR",
      description = "The directory in which the command runs. Default: the current directory.")
  private Path cwd = Path.of("");

  @ArgGroup private Rights rights = new Rights();

  /** What the command may do; at most one of the two. */
  private static final class Rights {

    @Option(
        names = "--sandbox",
        paramLabel = "MODE",
        description =
            "read-only, workspace-write or danger-full-access. Default: as in Codex's"
                + " configuration.")
    private SandboxMode sandbox;

    @Option(
        names = "--permissions",
        paramLabel = "PROFILE",
        description = "The permission profile.")
    private String permissions;
  }

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "Ends the command after this time, such as 10m.")
  private Duration timeout;

  @Option(
      names = "--stdin",
      description =
          "Passes standard input to the command. Without this option, its input is empty.")
  private boolean stdin;

  @Override
  protected int run(Codex codex) {
    ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    ByteArrayOutputStream stderr = new ByteArrayOutputStream();
    // What people see of it, as text: a character may be split between two parts.
    OutputStream out = new WriterOutputStream(json ? err() : out(), StandardCharsets.UTF_8);
    OutputStream err = new WriterOutputStream(err(), StandardCharsets.UTF_8);
    RunningCommand running =
        codex
            .exec()
            .start(
                params(),
                (toStderr, bytes) -> {
                  show(toStderr ? err : out, bytes);
                  if (json) {
                    (toStderr ? stderr : stdout).writeBytes(bytes);
                  }
                });
    Interrupts.onFirst(() -> running.terminate());
    if (stdin) {
      DaemonThreads.named("talaria-stdin").newThread(() -> pass(running)).start();
    } else {
      running.closeStdin();
    }
    int exit = await(running.exit());
    if (json) {
      print(
          JsonNodeFactory.instance
              .objectNode()
              .put("exitCode", exit)
              .put("stdout", stdout.toString(StandardCharsets.UTF_8))
              .put("stderr", stderr.toString(StandardCharsets.UTF_8)));
    }
    return exit;
  }

  private CommandExecParams params() {
    CommandExecParams params =
        CommandExecParams.of(command).cwd(cwd.toAbsolutePath().normalize().toString());
    if (rights.permissions != null) {
      params = params.permissionProfile(rights.permissions);
    } else if (rights.sandbox != null) {
      params =
          params.sandboxPolicy(
              switch (rights.sandbox) {
                case READ_ONLY -> SandboxPolicy.ReadOnly.of();
                case WORKSPACE_WRITE -> SandboxPolicy.WorkspaceWrite.of();
                case DANGER_FULL_ACCESS -> SandboxPolicy.DangerFullAccess.of();
                case UNRECOGNIZED -> throw new IllegalArgumentException("--sandbox: not a mode");
              });
    }
    return timeout == null ? params : params.timeoutMs(timeout.toMillis());
  }

  private static void show(OutputStream stream, byte[] bytes) {
    try {
      stream.write(bytes);
      stream.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void pass(RunningCommand running) {
    byte[] buffer = new byte[8192];
    try {
      for (int n = System.in.read(buffer); n >= 0; n = System.in.read(buffer)) {
        await(running.write(Arrays.copyOf(buffer, n)));
      }
      await(running.closeStdin());
    } catch (TalariaException | IOException e) {
      if (!running.exit().isDone()) {
        say("talaria: the command gets no more of standard input: " + e.getMessage());
      }
    }
  }
}

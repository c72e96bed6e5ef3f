package dev.talaria.service;

import dev.talaria.base.TalariaException;
import dev.talaria.protocol.v2.CommandExecOutputStream;
import dev.talaria.protocol.v2.CommandExecParams;
import dev.talaria.protocol.v2.CommandExecResizeParams;
import dev.talaria.protocol.v2.CommandExecResponse;
import dev.talaria.protocol.v2.CommandExecTerminalSize;
import dev.talaria.protocol.v2.CommandExecTerminateParams;
import dev.talaria.protocol.v2.CommandExecWriteParams;
import dev.talaria.protocol.v2.Methods;
import dev.talaria.protocol.v2.Notifications;
import dev.talaria.protocol.v2.ProcessExitedNotification;
import dev.talaria.protocol.v2.ProcessKillParams;
import dev.talaria.protocol.v2.ProcessOutputStream;
import dev.talaria.protocol.v2.ProcessResizePtyParams;
import dev.talaria.protocol.v2.ProcessSpawnParams;
import dev.talaria.protocol.v2.ProcessTerminalSize;
import dev.talaria.protocol.v2.ProcessWriteStdinParams;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Runs commands for the host in Codex, without a thread, a turn or the model.
 *
 * <p>They run as long as they want, unless the params have a {@code timeoutMs}: by itself Codex
 * 0.169.0 ends one after ten seconds, with exit code 124.
 */
public final class ExecService {

  /** The command has its own limit in the params, or none. */
  private static final Duration UNLIMITED = Duration.ofDays(3650);

  private final TypedCalls calls;

  /**
   * On a connection.
   *
   * @param calls such as a {@code Codex}
   */
  public ExecService(TypedCalls calls) {
    this.calls = calls;
  }

  /**
   * Starts a command in Codex's sandbox ({@code command/exec}).
   *
   * @param params the command and its settings; its id and the streaming of output are set here,
   *     and stdin is open. Without an {@code outputBytesCap} all output is told; by itself Codex
   *     leaves out what comes after the first MiB
   * @param output told what the command writes, in order, on worker threads
   * @return the command; it ends with the connection
   */
  public RunningCommand start(CommandExecParams params, RunningCommand.Output output) {
    String id = UUID.randomUUID().toString();
    Subscription deltas =
        calls.subscribe(
            Notifications.COMMAND_EXEC_OUTPUT_DELTA,
            delta -> {
              if (delta.processId().equals(id)) {
                output.write(
                    delta.stream() == CommandExecOutputStream.STDERR, bytes(delta.deltaBase64()));
              }
            });
    CommandExecParams streamed = params.processId(id).streamStdin(true).streamStdoutStderr(true);
    if (params.outputBytesCap().isEmpty()) {
      streamed = streamed.disableOutputCap(true);
    }
    CompletableFuture<Integer> exit =
        calls
            .requestInOrder(Methods.COMMAND_EXEC, withoutLimit(streamed), UNLIMITED)
            .thenApply(CommandExecResponse::exitCode);
    exit.whenComplete((code, failure) -> deltas.close());
    return new RunningCommand(exit) {
      @Override
      public CompletableFuture<Void> write(byte[] bytes) {
        return done(
            calls.request(
                Methods.COMMAND_EXEC_WRITE,
                CommandExecWriteParams.of(id).deltaBase64(base64(bytes))));
      }

      @Override
      public CompletableFuture<Void> closeStdin() {
        return done(
            calls.request(
                Methods.COMMAND_EXEC_WRITE, CommandExecWriteParams.of(id).closeStdin(true)));
      }

      @Override
      public CompletableFuture<Void> resize(int rows, int columns) {
        return done(
            calls.request(
                Methods.COMMAND_EXEC_RESIZE,
                CommandExecResizeParams.of(id, CommandExecTerminalSize.of(columns, rows))));
      }

      @Override
      public CompletableFuture<Void> terminate() {
        return done(
            calls.request(Methods.COMMAND_EXEC_TERMINATE, CommandExecTerminateParams.of(id)));
      }
    };
  }

  /**
   * Runs a command in Codex's sandbox and waits for its end.
   *
   * @param params the command and its settings
   * @return its exit code and what it has written: the first MiB of stdout and of stderr, unless
   *     the params say otherwise
   */
  public CommandExecResponse run(CommandExecParams params) {
    CompletableFuture<CommandExecResponse> end =
        calls.requestInOrder(Methods.COMMAND_EXEC, withoutLimit(params), UNLIMITED);
    try {
      return end.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TalariaException known) {
        throw known;
      }
      throw new TalariaException("the command failed: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TalariaException("interrupted while waiting for a command of Codex", e);
    }
  }

  private static CommandExecParams withoutLimit(CommandExecParams params) {
    return params.timeoutMs().isEmpty() ? params.disableTimeout(true) : params;
  }

  /**
   * Starts a process <b>outside of any sandbox</b> ({@code process/spawn}).
   *
   * @param params the command and its settings; the streaming of output is set here, and stdin is
   *     open. Without an {@code outputBytesCap} all output is told
   * @param output told what the process writes, in order, on worker threads
   * @return the process; it ends with the connection
   */
  public RunningCommand spawn(ProcessSpawnParams params, RunningCommand.Output output) {
    String handle = params.processHandle();
    Subscription deltas =
        calls.subscribe(
            Notifications.PROCESS_OUTPUT_DELTA,
            delta -> {
              if (delta.processHandle().equals(handle)) {
                output.write(
                    delta.stream() == ProcessOutputStream.STDERR, bytes(delta.deltaBase64()));
              }
            });
    CompletableFuture<ProcessExitedNotification> exited =
        calls.next(Notifications.PROCESS_EXITED, told -> told.processHandle().equals(handle));
    exited.whenComplete((told, failure) -> deltas.close());
    ProcessSpawnParams streamed =
        params
            .streamStdin(true)
            .streamStdoutStderr(true)
            .timeoutMs(params.timeoutMs().orElse(null))
            .outputBytesCap(params.outputBytesCap().orElse(null));
    try {
      calls.call(Methods.PROCESS_SPAWN, streamed);
    } catch (RuntimeException e) {
      exited.cancel(false);
      throw e;
    }
    return new RunningCommand(exited.thenApply(ProcessExitedNotification::exitCode)) {
      @Override
      public CompletableFuture<Void> write(byte[] bytes) {
        return done(
            calls.request(
                Methods.PROCESS_WRITE_STDIN,
                ProcessWriteStdinParams.of(handle).deltaBase64(base64(bytes))));
      }

      @Override
      public CompletableFuture<Void> closeStdin() {
        return done(
            calls.request(
                Methods.PROCESS_WRITE_STDIN, ProcessWriteStdinParams.of(handle).closeStdin(true)));
      }

      @Override
      public CompletableFuture<Void> resize(int rows, int columns) {
        return done(
            calls.request(
                Methods.PROCESS_RESIZE_PTY,
                ProcessResizePtyParams.of(handle, ProcessTerminalSize.of(columns, rows))));
      }

      @Override
      public CompletableFuture<Void> terminate() {
        return done(calls.request(Methods.PROCESS_KILL, ProcessKillParams.of(handle)));
      }
    };
  }

  private static CompletableFuture<Void> done(CompletableFuture<?> request) {
    return request.thenAccept(result -> {});
  }

  private static byte[] bytes(String base64) {
    return Base64.getDecoder().decode(base64);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}

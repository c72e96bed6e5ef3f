package dev.talaria.service;

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

/** Commands that Codex runs for the host, without a thread, a turn or the model. */
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
   *     and stdin is open
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
    CompletableFuture<Integer> exit =
        calls
            .requestInOrder(
                Methods.COMMAND_EXEC,
                params.processId(id).streamStdin(true).streamStdoutStderr(true),
                UNLIMITED)
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
   * @return its exit code and what it has written, as far as Codex keeps it
   */
  public CommandExecResponse run(CommandExecParams params) {
    return calls.requestInOrder(Methods.COMMAND_EXEC, params, UNLIMITED).join();
  }

  /**
   * Starts a process <b>outside of any sandbox</b> ({@code process/spawn}).
   *
   * @param params the command and its settings; its handle and the streaming of output are set
   *     here, and stdin is open
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
    try {
      calls.call(Methods.PROCESS_SPAWN, params.streamStdin(true).streamStdoutStderr(true));
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

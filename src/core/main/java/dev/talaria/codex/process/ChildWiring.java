package dev.talaria.codex.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import org.apache.commons.exec.ExecuteException;
import org.apache.commons.exec.ExecuteResultHandler;
import org.apache.commons.exec.ExecuteStreamHandler;
import org.apache.commons.exec.ShutdownHookProcessDestroyer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Commons Exec is given to run one child with: it hands out the raw streams and the process,
 * and tells the start, the failure to start, and the end.
 *
 * <p>Commons Exec calls it on the child's own daemon thread. That thread closes the streams as soon
 * as {@link #stop} returns, and with them the last output that has not been read yet: so {@code
 * stop} first tells the end, then waits until both outputs are read or the owner gives the child
 * up.
 */
final class ChildWiring implements ExecuteStreamHandler, ExecuteResultHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ChildWiring.class);

  private final CompletableFuture<Process> started = new CompletableFuture<>();
  private final CompletableFuture<Integer> exit = new CompletableFuture<>();
  private final CompletableFuture<Void> released = new CompletableFuture<>();
  private final Registration registration = new Registration();
  private volatile OutputStream stdin;
  private volatile ChildOutput stdout;
  private volatile OutputTail stderr;

  /** Completes with the process, or with the reason why there is none. */
  CompletableFuture<Process> started() {
    return started;
  }

  /** Completes with the exit code, on the child's thread. */
  CompletableFuture<Integer> exit() {
    return exit;
  }

  OutputStream stdin() {
    return stdin;
  }

  ChildOutput stdout() {
    return stdout;
  }

  OutputTail stderr() {
    return stderr;
  }

  Registration registration() {
    return registration;
  }

  /** Releases what has not been read. */
  void release() {
    stdout.release();
    released.complete(null);
  }

  @Override
  public void setProcessInputStream(OutputStream stream) {
    stdin = stream;
  }

  @Override
  public void setProcessOutputStream(InputStream stream) {
    stdout = new ChildOutput(stream);
  }

  @Override
  public void setProcessErrorStream(InputStream stream) {
    stderr = OutputTail.of(stream, "codex-stderr");
  }

  @Override
  public void start() {
    LOG.trace("the streams of a child are connected");
  }

  @Override
  public void stop() throws IOException {
    try {
      exit.complete(started.join().waitFor());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while a child ended", e);
    }
    CompletableFuture.anyOf(released, CompletableFuture.allOf(stdout.end(), stderr.end())).join();
  }

  @Override
  public void onProcessComplete(int exitValue) {
    LOG.debug("a child ended with exit code {}", exitValue);
  }

  @Override
  public void onProcessFailed(ExecuteException failure) {
    if (!started.completeExceptionally(failure)) {
      LOG.debug("a child's end was not orderly", failure);
      exit.completeExceptionally(failure);
    }
  }

  /**
   * The child's entry in the JVM's shutdown hooks, from its start to its end.
   *
   * <p>The inherited hook sends one signal to the direct child; this one runs the owner's complete
   * shutdown.
   */
  final class Registration extends ShutdownHookProcessDestroyer {

    private volatile Runnable onJvmShutdown = super::run;

    void onJvmShutdown(Runnable action) {
      onJvmShutdown = action;
    }

    @Override
    public boolean add(Process process) {
      try {
        super.add(process);
      } catch (IllegalStateException e) {
        // The JVM is going down already and takes no more hooks.
        process.destroyForcibly();
        throw e;
      }
      started.complete(process);
      return true;
    }

    @Override
    public boolean remove(Process process) {
      try {
        return super.remove(process);
      } catch (IllegalStateException e) {
        LOG.debug("the JVM is shutting down, so its shutdown hooks are left as they are", e);
        return true;
      }
    }

    @Override
    public void run() {
      onJvmShutdown.run();
    }
  }
}

package dev.talaria.codex.process;

import dev.talaria.base.TalariaException;
import dev.talaria.codex.CodexNotFoundException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.commons.exec.CommandLine;
import org.apache.commons.exec.DaemonExecutor;
import org.apache.commons.exec.DefaultExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A child process that ends with its owner: on {@link #close}, or with the JVM.
 *
 * <p>Safe for use by many threads. Whoever launches it must close it, also when the child has ended
 * by itself: what it started may live on.
 */
final class OwnedChild implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(OwnedChild.class);

  /** How long the last words of a dead child may take to arrive. */
  static final Duration LAST_WORDS = Duration.ofSeconds(1);

  /** How old the knowledge of a child's children is at most when the child dies unasked. */
  private static final Duration OBSERVATION = Duration.ofSeconds(1);

  private final Process process;
  private final ChildWiring wiring;
  private final ProcessTree tree;
  private final EnvironmentSecrets secrets;
  private final Duration grace;
  private final CompletableFuture<Void> closed = new CompletableFuture<>();
  private final Shutdown shutdown;
  private final OutputStream stdin;
  private boolean closing;

  private OwnedChild(
      Process process,
      ChildMark mark,
      ChildWiring wiring,
      EnvironmentSecrets secrets,
      Duration grace) {
    this.process = process;
    this.wiring = wiring;
    this.secrets = secrets;
    this.grace = grace;
    this.tree = new ProcessTree(process.toHandle(), mark);
    this.shutdown = new Shutdown(process.toHandle(), tree, wiring.stdin(), grace);
    this.stdin = closedGently(wiring.stdin());
  }

  /**
   * Starts {@code command}, whose first word is a path, with this environment and its mark.
   *
   * @param grace what {@link #close} gives the child at each stage of its end
   * @throws CodexNotFoundException if the file is missing or not executable
   * @throws TalariaException if the child cannot be started for another reason, or not in time
   */
  static OwnedChild launch(
      List<String> command,
      Map<String, String> environment,
      Path directory,
      Duration startTimeout,
      Duration grace) {
    CommandLine line = new CommandLine(command.get(0));
    // Without quoting: the words go to the system one by one, quotes would arrive as quotes.
    command.stream().skip(1).forEach(word -> line.addArgument(word, false));
    ChildMark mark = new ChildMark();
    ChildWiring wiring = new ChildWiring();
    EnvironmentSecrets secrets = EnvironmentSecrets.of(environment.entrySet().stream());
    DefaultExecutor executor =
        DaemonExecutor.builder()
            .setExecuteStreamHandler(wiring)
            .setWorkingDirectory(directory)
            .get();
    executor.setExitValues(null);
    executor.setProcessDestroyer(wiring.registration());
    try {
      executor.execute(line, mark.on(environment), wiring);
      Process process = wiring.started().get(startTimeout.toMillis(), TimeUnit.MILLISECONDS);
      OwnedChild child = new OwnedChild(process, mark, wiring, secrets, grace);
      wiring.registration().onJvmShutdown(child::close);
      child.observeDescendants();
      return child;
    } catch (IOException e) {
      throw startFailure(command.get(0), directory, e);
    } catch (ExecutionException e) {
      throw startFailure(command.get(0), directory, e.getCause());
    } catch (TimeoutException e) {
      abandon(mark, wiring, secrets, grace);
      throw new TalariaException(
          command.get(0) + " was not started within " + startTimeout.toMillis() + " ms", e);
    } catch (InterruptedException e) {
      abandon(mark, wiring, secrets, grace);
      Thread.currentThread().interrupt();
      throw new TalariaException("interrupted while " + command.get(0) + " was started", e);
    }
  }

  OutputStream stdin() {
    return stdin;
  }

  private OutputStream closedGently(OutputStream raw) {
    return new FilterOutputStream(raw) {
      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
      }

      @Override
      public void close() throws IOException {
        flush();
        shutdown.awaitProfile();
        out.close();
      }
    };
  }

  ChildOutput stdout() {
    return wiring.stdout();
  }

  OutputTail stderr() {
    return wiring.stderr();
  }

  /** The lines of one of the child's outputs, its secrets masked. */
  String shown(OutputTail output) {
    return secrets.mask(String.join("\n", output.lines()));
  }

  CompletableFuture<Integer> exit() {
    return wiring.exit();
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /**
   * Ends the child and what it started, and waits until they are gone. Every caller waits for the
   * same end; an interrupt makes it impolite, not incomplete, and is kept for the caller.
   */
  @Override
  public void close() {
    startShutdown();
    Duration limit =
        grace.multipliedBy(3).plus(Shutdown.FORCE_WAIT).plus(LAST_WORDS.multipliedBy(3));
    long deadline = System.nanoTime() + limit.toNanos();
    boolean interrupted = false;
    while (true) {
      try {
        closed.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        break;
      } catch (InterruptedException e) {
        interrupted = true;
        shutdown.hurry();
      } catch (TimeoutException e) {
        LOG.warn("child {} did not end within {} ms", pid(), limit.toMillis());
        break;
      } catch (ExecutionException e) {
        LOG.warn("child {} could not be ended", pid(), e.getCause());
        break;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void startShutdown() {
    if (!closing) {
      closing = true;
      daemon("codex-close-" + pid(), this::end);
    }
  }

  private void end() {
    try {
      shutdown.run();
      wiring.exit().get(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
      wiring.stderr().awaitEnd(LAST_WORDS);
      closed.complete(null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed.completeExceptionally(e);
    } catch (ExecutionException | TimeoutException | RuntimeException e) {
      closed.completeExceptionally(e);
    } finally {
      wiring.release();
    }
  }

  /** Keeps the picture of the child's children fresh, for the case that the child dies unasked. */
  private void observeDescendants() {
    daemon(
        "codex-descendants-" + pid(),
        () -> {
          try {
            while (!process.waitFor(OBSERVATION.toMillis(), TimeUnit.MILLISECONDS)) {
              tree.observe();
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private static void abandon(
      ChildMark mark, ChildWiring wiring, EnvironmentSecrets secrets, Duration grace) {
    wiring
        .started()
        .thenAccept(process -> new OwnedChild(process, mark, wiring, secrets, grace).close());
  }

  private static void daemon(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  private static TalariaException startFailure(String program, Path directory, Throwable cause) {
    if (!Files.isDirectory(directory)) {
      return new TalariaException(
          program + " cannot be started in " + directory + ": there is no such directory", cause);
    }
    Path file = Path.of(program);
    if (!Files.exists(file)) {
      return InstallHint.missing(program, "there is no such file", cause);
    }
    if (Files.isDirectory(file) || !Files.isExecutable(file)) {
      return InstallHint.notExecutable(file, cause);
    }
    Throwable reason = cause.getCause() == null ? cause : cause.getCause();
    return new TalariaException(program + " cannot be started: " + reason.getMessage(), cause);
  }
}

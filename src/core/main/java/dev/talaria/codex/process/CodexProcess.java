package dev.talaria.codex.process;

import dev.talaria.base.DaemonThreads;
import dev.talaria.base.TalariaException;
import dev.talaria.codex.CodexExecutable;
import dev.talaria.codex.CodexNotFoundException;
import dev.talaria.codex.CodexOptions;
import dev.talaria.codex.process.ProcessTree.ChildMark;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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
 * A process of Codex, owned by this object: it ends when this object is closed, or with the JVM,
 * and takes with it what it started.
 *
 * <p>Safe for use by many threads, but each of its streams has one user. The caller must close it,
 * also after it has ended by itself. When the JVM is killed without a chance to clean up, an
 * app-server finds its stdin closed and goes.
 */
public final class CodexProcess implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CodexProcess.class);

  /** How long the last output of a dead child may take to arrive. */
  static final Duration LAST_OUTPUT = Duration.ofSeconds(1);

  /** How old the knowledge of a child's children is at most when the child dies unexpectedly. */
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

  private CodexProcess(
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
    this.shutdown = new Shutdown(process.toHandle(), tree, this::closeStdin, grace, grace);
    this.stdin = closedGently(wiring.stdin());
  }

  /**
   * Starts the app-server of {@code executable} and returns as soon as the process runs, within
   * {@link CodexOptions#startTimeout}.
   *
   * @throws CodexNotFoundException if the executable is missing or not executable
   * @throws TalariaException if the working directory does not exist, or the system refuses
   */
  public static CodexProcess start(CodexExecutable executable, CodexOptions options) {
    return start(executable, options, System.getenv());
  }

  static CodexProcess start(
      CodexExecutable executable, CodexOptions options, Map<String, String> host) {
    Map<String, String> environment = environment(executable, options, host);
    return run(OwnSession.of(appServer(executable, options)), environment, options);
  }

  /**
   * The command that runs the app-server with the options' configuration.
   *
   * @throws CodexNotFoundException if the executable is missing or not executable
   */
  static List<String> appServer(CodexExecutable executable, CodexOptions options) {
    Path program = executable.path();
    if (!Files.exists(program)) {
      throw InstallHint.missing(
          program.toString(), "there is no such file", new NoSuchFileException(program.toString()));
    }
    if (Files.isDirectory(program) || !Files.isExecutable(program)) {
      throw InstallHint.notExecutable(program, new AccessDeniedException(program.toString()));
    }
    List<String> command = new ArrayList<>(List.of(program.toString(), "app-server"));
    options.config().forEach((key, toml) -> command.addAll(List.of("-c", key + "=" + toml)));
    return command;
  }

  /** What the app-server finds in its environment; a map that the caller owns. */
  static Map<String, String> environment(
      CodexExecutable executable, CodexOptions options, Map<String, String> host) {
    Map<String, String> environment = ChildEnvironment.of(host, options);
    NpmPackage.bundledTools(executable.path())
        .ifPresent(tools -> ChildEnvironment.searchingFirst(tools, environment));
    return environment;
  }

  /** Runs any command in the place of Codex. */
  static CodexProcess run(
      List<String> command, Map<String, String> environment, CodexOptions options) {
    CodexProcess process =
        launch(
            command,
            environment,
            options.workingDirectory().orElse(Path.of(".")),
            options.startTimeout(),
            options.closeTimeout());
    Duration exitTimeout = options.jvmExitTimeout();
    process.wiring.registration().onJvmShutdown(() -> process.closeAtJvmExit(exitTimeout));
    LOG.debug("{} runs as process {}", command.get(0), process.pid());
    return process;
  }

  /**
   * Starts {@code command}, whose first word is a path, with this environment and its mark.
   *
   * @param grace what {@link #close} gives the child at each stage of its end
   * @throws CodexNotFoundException if the file is missing or not executable
   * @throws TalariaException if the child cannot be started for another reason, or not in time
   */
  static CodexProcess launch(
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
      CodexProcess child = new CodexProcess(process, mark, wiring, secrets, grace);
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

  /**
   * What the child reads. It is buffered: flush after each message. Closing it ends an app-server
   * within a fraction of a second; a login shell that reads the user's profile may end before, for
   * {@link CodexOptions#closeTimeout}.
   */
  public OutputStream stdin() {
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

  /** On a thread of its own: closing flushes, which waits for as long as the pipe is full. */
  private void closeStdin() {
    DaemonThreads.named("codex-stdin-close-" + pid())
        .newThread(
            () -> {
              try {
                wiring.stdin().close();
              } catch (IOException e) {
                LOG.debug("stdin of child {} was gone before it was closed", pid(), e);
              }
            })
        .start();
  }

  /**
   * What the child writes, with no buffer of ours. It must be read to its end, or the child blocks;
   * what the child wrote before its death can still be read after it. It ends, instead of failing,
   * when this object is closed.
   */
  public InputStream stdout() {
    return wiring.stdout();
  }

  OutputTail stderr() {
    return wiring.stderr();
  }

  /** The lines of one of the child's outputs, its secrets masked. */
  String shown(OutputTail output) {
    return secrets.mask(String.join("\n", output.lines()));
  }

  /**
   * The last {@code lines} lines that the child wrote to stderr, joined by newlines, without
   * colours and with secrets masked, also those of its environment; at most 500 lines are
   * remembered. If the child is dead this waits up to a second for its last output to arrive.
   */
  public String stderrTail(int lines) {
    if (!isAlive()) {
      stderr().awaitEnd(LAST_OUTPUT);
    }
    // Masked before it is cut, so that a cut inside a key does not unmask the rest of it.
    String[] all = shown(stderr()).split("\n", -1);
    int from = Math.max(0, all.length - Math.max(0, lines));
    return String.join("\n", List.of(all).subList(from, all.length));
  }

  /**
   * Completes with the exit code when the direct child has ended, no matter who ended it; 128 plus
   * the signal's number if that was a signal. Completed on a thread of this object that holds no
   * lock; each call returns a new future, which the caller may complete or cancel to no effect on
   * others.
   */
  public CompletableFuture<Integer> exit() {
    return wiring.exit().copy();
  }

  /** The process number. */
  public long pid() {
    return process.pid();
  }

  /** Whether it runs; what it has started may live on. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /**
   * Ends the child and all that it started, and waits until they are gone: a login shell that reads
   * the user's profile may end, for {@link CodexOptions#closeTimeout}; stdin is closed, after the
   * same time what still runs is signalled, after the same time again it is killed. Idempotent;
   * callers at the same time wait for the same end. Interrupting a caller skips the waiting, not
   * the killing, and leaves the caller's interrupt status set.
   */
  @Override
  public void close() {
    startShutdown();
    Duration limit =
        grace.multipliedBy(3).plus(Shutdown.FORCE_WAIT).plus(LAST_OUTPUT.multipliedBy(3));
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

  /** Leaves the end to a hook of the host's for a while. */
  private void closeAtJvmExit(Duration timeout) {
    CompletableFuture.anyOf(closed.copy(), exit())
        .completeOnTimeout(null, timeout.toNanos(), TimeUnit.NANOSECONDS)
        .exceptionally(failure -> null)
        .join();
    close();
  }

  private synchronized void startShutdown() {
    if (!closing) {
      closing = true;
      DaemonThreads.named("codex-close-" + pid()).newThread(this::end).start();
    }
  }

  private void end() {
    try {
      shutdown.run();
      wiring.exit().get(LAST_OUTPUT.toMillis(), TimeUnit.MILLISECONDS);
      wiring.stderr().awaitEnd(LAST_OUTPUT);
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
    DaemonThreads.named("codex-descendants-" + pid())
        .newThread(
            () -> {
              try {
                while (!process.waitFor(OBSERVATION.toMillis(), TimeUnit.MILLISECONDS)) {
                  tree.observe();
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            })
        .start();
  }

  private static void abandon(
      ChildMark mark, ChildWiring wiring, EnvironmentSecrets secrets, Duration grace) {
    wiring
        .started()
        .thenAccept(process -> new CodexProcess(process, mark, wiring, secrets, grace).close());
  }

  static TalariaException startFailure(String program, Path directory, Throwable cause) {
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

  /** Names the process. */
  @Override
  public String toString() {
    return "CodexProcess[pid=" + pid() + ", alive=" + isAlive() + "]";
  }
}

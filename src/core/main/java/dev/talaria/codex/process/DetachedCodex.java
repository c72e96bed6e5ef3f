package dev.talaria.codex.process;

import dev.talaria.base.DaemonThreads;
import dev.talaria.base.TalariaException;
import dev.talaria.codex.CodexExecutable;
import dev.talaria.codex.CodexNotFoundException;
import dev.talaria.codex.CodexOptions;
import dev.talaria.codex.process.ProcessTree.ChildMark;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An app-server that outlives the JVM which starts it, and that another JVM finds again: it has a
 * session of its own, reads nothing, and writes to a file, so that it holds no pipe and no terminal
 * of its starter.
 *
 * <p>Safe for use by many threads. It is not owned: it ends when {@link #end} is called.
 */
public final class DetachedCodex {

  private static final Logger LOG = LoggerFactory.getLogger(DetachedCodex.class);
  private static final Path PROC = Path.of("/proc");
  private static final Path BOOT = PROC.resolve("sys/kernel/random/boot_id");

  /** How long what is left after the grace has to obey one more signal. */
  private static final Duration LAST_GRACE = Duration.ofSeconds(2);

  private final ProcessHandle process;
  private final String start;
  private final ChildMark mark;

  private DetachedCodex(ProcessHandle process, String start, ChildMark mark) {
    this.process = process;
    this.start = start;
    this.mark = mark;
  }

  /**
   * Starts it; returns as soon as the process runs.
   *
   * @param arguments behind {@code codex app-server}; others can read them
   * @param log a file that exists; what the process writes is appended to it
   * @throws CodexNotFoundException if the executable is missing or not executable
   * @throws TalariaException if the working directory does not exist, or the system refuses
   */
  public static DetachedCodex start(
      CodexExecutable executable, CodexOptions options, List<String> arguments, Path log) {
    List<String> command = CodexProcess.appServer(executable, options);
    command.addAll(arguments);
    Path directory = options.workingDirectory().orElse(Path.of(".")).toAbsolutePath();
    ChildMark mark = new ChildMark();
    ProcessBuilder builder =
        new ProcessBuilder(OwnSession.outliving(command))
            .directory(directory.toFile())
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.putAll(mark.on(CodexProcess.environment(executable, options, System.getenv())));
    try {
      ProcessHandle process = builder.start().toHandle();
      LOG.debug("{} runs as process {}", executable.path(), process.pid());
      return new DetachedCodex(process, startOf(process).orElse(""), mark);
    } catch (IOException e) {
      throw CodexProcess.startFailure(executable.path().toString(), directory, e);
    }
  }

  /**
   * Finds the one that another JVM has started.
   *
   * @param pid its number
   * @param start what {@link #startTime} said there
   * @param mark what {@link #mark} said there
   * @return empty if it has ended, also when its number belongs to another process now
   */
  public static Optional<DetachedCodex> find(long pid, String start, String mark) {
    return ProcessHandle.of(pid)
        .filter(process -> startOf(process).filter(start::equals).isPresent())
        .filter(ProcessTree::isRunning)
        .map(process -> new DetachedCodex(process, start, new ChildMark(mark)));
  }

  /** The process number. */
  public long pid() {
    return process.pid();
  }

  /** When it was started, in a form that differs for each process that ever has its number. */
  public String startTime() {
    return start;
  }

  /** What it and the commands that it runs have in their environment, to be found again. */
  public String mark() {
    return mark.value();
  }

  /** Whether it runs. */
  public boolean isAlive() {
    return ProcessTree.isRunning(process);
  }

  /**
   * Ends it and all that it started: it gets SIGTERM, on which running turns end first (0.125.0 to
   * 0.169.0); what still runs after {@code grace} gets another one, which cuts turns off, and is
   * killed two seconds later. A login shell that reads the user's profile may end before, for
   * {@code grace}. Interrupting the caller ends the grace, and leaves the caller's interrupt status
   * set.
   *
   * @return whether it has ended
   */
  public boolean end(Duration grace) {
    ProcessTree tree = new ProcessTree(process, mark);
    Shutdown shutdown = new Shutdown(process, tree, process::destroy, grace, LAST_GRACE);
    CompletableFuture<Void> ended = new CompletableFuture<>();
    DaemonThreads.named("codex-server-end-" + pid())
        .newThread(
            () -> {
              try {
                shutdown.run();
                ended.complete(null);
              } catch (Throwable e) {
                ended.completeExceptionally(e);
              }
            })
        .start();
    Duration limit =
        grace.multipliedBy(2).plus(LAST_GRACE).plus(Shutdown.FORCE_WAIT.multipliedBy(3));
    await(ended, shutdown, limit);
    return !isAlive();
  }

  private void await(CompletableFuture<Void> ended, Shutdown shutdown, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    boolean interrupted = false;
    while (!ended.isDone()) {
      try {
        ended.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        interrupted = true;
        shutdown.hurry();
      } catch (TimeoutException | ExecutionException e) {
        LOG.warn("the server {} could not be ended", pid(), e);
        break;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * On Linux the ticks from the start of the system, with that start's own id: the JDK adds the
   * time of day, which differs between JVMs where the clock was set in between.
   */
  private static Optional<String> startOf(ProcessHandle process) {
    if (!Platform.CURRENT.isLinux()) {
      return process.info().startInstant().map(Instant::toString);
    }
    try {
      String stat =
          Files.readString(
              PROC.resolve(Long.toString(process.pid())).resolve("stat"),
              StandardCharsets.ISO_8859_1);
      // By proc_pid_stat(5), which counts its fields from 1; the third follows the name.
      String[] fromThird = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      String boot = Files.isReadable(BOOT) ? Files.readString(BOOT).strip() : "";
      return Optional.of(boot + "/" + fromThird[22 - 3]);
    } catch (IOException e) {
      LOG.debug("process {} has ended", process.pid(), e);
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "DetachedCodex[pid=" + pid() + ", alive=" + isAlive() + "]";
  }
}

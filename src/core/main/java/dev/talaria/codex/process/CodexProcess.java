package dev.talaria.codex.process;

import dev.talaria.base.TalariaException;
import dev.talaria.codex.CodexExecutable;
import dev.talaria.codex.CodexNotFoundException;
import dev.talaria.codex.CodexOptions;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running {@code codex app-server}, owned by this object: it ends when this object is closed, or
 * with the JVM, and takes with it what it started.
 *
 * <p>Safe for use by many threads, but each of its streams has one user. Whoever starts it must
 * close it, also after the child has ended by itself. When the JVM is killed without a chance to
 * clean up, the child finds its stdin closed and goes.
 */
public final class CodexProcess implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CodexProcess.class);

  private final OwnedChild child;

  private CodexProcess(OwnedChild child) {
    this.child = child;
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
    Map<String, String> environment = ChildEnvironment.of(host, options);
    NpmPackage.bundledTools(executable.path())
        .ifPresent(tools -> ChildEnvironment.searchingFirst(tools, environment));
    return run(OwnSession.of(command), environment, options);
  }

  /** Runs any command in the place of Codex. */
  static CodexProcess run(
      List<String> command, Map<String, String> environment, CodexOptions options) {
    OwnedChild child =
        OwnedChild.launch(
            command,
            environment,
            options.workingDirectory().orElse(Path.of(".")),
            options.startTimeout(),
            options.closeTimeout());
    LOG.debug("{} runs as process {}", command.get(0), child.pid());
    return new CodexProcess(child);
  }

  /**
   * What the child reads. It is buffered: flush after each message. Closing it ends an app-server
   * within a fraction of a second; a login shell that reads the user's profile may end before, for
   * {@link CodexOptions#closeTimeout}.
   */
  public OutputStream stdin() {
    return child.stdin();
  }

  /**
   * What the child writes, with no buffer of ours. It must be read to its end, or the child blocks;
   * what the child wrote before its death can still be read after it. It ends, instead of failing,
   * when this object is closed.
   */
  public InputStream stdout() {
    return child.stdout();
  }

  /** The process number. */
  public long pid() {
    return child.pid();
  }

  /** Whether the direct child runs. */
  public boolean isAlive() {
    return child.isAlive();
  }

  /**
   * Completes with the exit code when the direct child has ended, whoever ended it; 128 plus the
   * signal's number if that was a signal. Completed on a thread of this object that holds no lock;
   * each call returns a new future, which the caller may complete or cancel to no effect on others.
   */
  public CompletableFuture<Integer> exit() {
    return child.exit().copy();
  }

  /**
   * The last {@code lines} lines that the child wrote to stderr, joined by newlines, without
   * colours and with secrets masked, also those of its environment; at most 500 lines are
   * remembered. If the child is dead this waits up to a second for its last words to arrive.
   */
  public String stderrTail(int lines) {
    if (!child.isAlive()) {
      child.stderr().awaitEnd(OwnedChild.LAST_WORDS);
    }
    // Masked before it is cut, so that a cut inside a key does not unmask the rest of it.
    String[] all = child.shown(child.stderr()).split("\n", -1);
    int from = Math.max(0, all.length - Math.max(0, lines));
    return String.join("\n", List.of(all).subList(from, all.length));
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
    child.close();
  }

  /** Names the process. */
  @Override
  public String toString() {
    return "CodexProcess[pid=" + pid() + ", alive=" + isAlive() + "]";
  }
}

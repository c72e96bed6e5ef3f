package dev.talaria.server;

import dev.talaria.base.TalariaException;
import dev.talaria.codex.CodexNotFoundException;
import dev.talaria.codex.CodexOptions;
import dev.talaria.codex.CodexVersion;
import dev.talaria.codex.CodexVersionException;
import dev.talaria.codex.process.DetachedCodex;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Codex that listens ({@code codex app-server --listen}) and outlives the program that started
 * it: with a session of its own, its output in a file, and nothing of its starter's open. There is
 * one for a {@code CODEX_HOME}, which any program of the same user finds by its address file.
 *
 * <p>Safe for use by many threads and processes: a lock file lets one at a time start or stop a
 * server. It is not closed; {@link #stop()} ends it, no matter who started it. Linux and macOS
 * only.
 */
public final class CodexServer {

  /** How long {@link #stop()} lets a running turn continue: 10 seconds. */
  public static final Duration DEFAULT_GRACE = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(CodexServer.class);

  /** What starting and stopping take besides the limits that are given. */
  private static final Duration MARGIN = Duration.ofSeconds(30);

  private final ServerFiles files;
  private final ServerRecord record;
  private final DetachedCodex process;

  CodexServer(ServerFiles files, ServerRecord record, DetachedCodex process) {
    this.files = files;
    this.record = record;
    this.process = process;
  }

  /**
   * Starts a server, and waits until it answers. If that fails, no process and no file is left but
   * the lock. Blocks for as long as {@link CodexOptions#startTimeout} and {@link
   * CodexOptions#versionTimeout} say, and for as long as others start or stop one before.
   *
   * @param options which Codex, and where it listens
   * @return the server
   * @throws TalariaException if one runs already, Codex does not listen in time, a file belongs to
   *     another user, or the thread is interrupted
   * @throws CodexNotFoundException if there is no Codex
   * @throws CodexVersionException if it is too old, or is 0.125.0 and has to listen on a unix
   *     socket
   */
  public static CodexServer start(ServerOptions options) {
    ServerFiles files = filesOf(options);
    return files.locked(
        lockLimit(options),
        () -> {
          running(files)
              .ifPresent(
                  server -> {
                    throw new TalariaException(
                        "a server runs already in %s: process %d on %s; use or stop that one"
                            .formatted(files.home(), server.pid(), server.address()));
                  });
          return startAnew(files, options);
        });
  }

  /**
   * Finds the server of the home, or starts one as {@link #start} does. When many do this at once,
   * one server is started and all get it.
   *
   * @param options which Codex, and where it listens; of a server that runs nothing but its home is
   *     looked at
   * @return the server
   * @throws TalariaException as {@link #start} does, but for a server that runs already
   */
  public static CodexServer startOrFind(ServerOptions options) {
    ServerFiles files = filesOf(options);
    return running(files)
        .orElseGet(
            () ->
                files.locked(
                    lockLimit(options),
                    () -> running(files).orElseGet(() -> startAnew(files, options))));
  }

  /**
   * Finds the server that runs in a home. What a server left behind when it was killed is removed.
   * One that is being started or stopped at this moment is not found.
   *
   * @param home the {@code CODEX_HOME}
   * @return the server; empty if none runs
   * @throws TalariaException if the address file or the server's folder belongs to another user
   */
  public static Optional<CodexServer> find(Path home) {
    Optional<ServerFiles> files = ServerFiles.in(home);
    Optional<CodexServer> found = files.flatMap(CodexServer::running);
    if (files.isPresent()
        && found.isEmpty()
        && Files.exists(files.get().addressFile(), LinkOption.NOFOLLOW_LINKS)) {
      // The holder of the lock starts or stops one, and removes what there is himself.
      return files.get().ifUnlocked(() -> runningElseSwept(files.get()));
    }
    return found;
  }

  private static Optional<CodexServer> runningElseSwept(ServerFiles files) {
    Optional<CodexServer> found = running(files);
    if (found.isEmpty()) {
      Optional<ServerRecord> left = files.read();
      if (left.flatMap(ServerRecord::process).isEmpty() && !listensElsewhere(left)) {
        LOG.debug("{} is stale", files.addressFile());
        files.remove(left);
      }
    }
    return found;
  }

  /** Whether somebody whose process is not seen here has the socket, such as in a container. */
  private static boolean listensElsewhere(Optional<ServerRecord> left) {
    return left.filter(ServerRecord::isUnix)
        .filter(record -> ServerProbe.listens(record.address()))
        .isPresent();
  }

  /** The server that the address file names, if its process runs and somebody listens there. */
  private static Optional<CodexServer> running(ServerFiles files) {
    return files
        .read()
        .filter(ServerRecord::ready)
        .flatMap(record -> record.process().map(process -> new CodexServer(files, record, process)))
        .filter(server -> ServerProbe.listens(server.address()));
  }

  /** Where none runs that answers; one that was left half started is ended first. */
  private static CodexServer startAnew(ServerFiles files, ServerOptions options) {
    Optional<ServerRecord> left = files.read();
    left.flatMap(ServerRecord::process)
        .ifPresent(
            process -> {
              LOG.warn(
                  "process {} is a server that cannot be reached, and is ended", process.pid());
              end(process, DEFAULT_GRACE);
            });
    left.filter(ServerRecord::isUnix).map(ServerRecord::address).ifPresent(ServerStart::refuseUsed);
    files.remove(left);
    return new ServerStart(files, options).run();
  }

  private static ServerFiles filesOf(ServerOptions options) {
    if (System.getProperty("os.name", "").startsWith("Windows")) {
      throw new TalariaException(
          "Talaria starts no servers on Windows; run 'codex app-server --listen' there yourself");
    }
    return ServerFiles.of(options.codex());
  }

  private static Duration lockLimit(ServerOptions options) {
    CodexOptions codex = options.codex();
    return codex.startTimeout().plus(codex.versionTimeout()).multipliedBy(2).plus(MARGIN);
  }

  /**
   * {@return where it listens: {@code unix:///PATH} or {@code ws://127.0.0.1:PORT}} A {@code ws}
   * address wants the token of {@link #tokenFile}, as {@code Authorization: Bearer TOKEN}.
   */
  public String address() {
    return record.address();
  }

  /** {@return the file that holds the token, mode 0600; empty for a unix socket, which has none} */
  public Optional<Path> tokenFile() {
    return Optional.ofNullable(record.token());
  }

  /** {@return the version of Codex} */
  public CodexVersion version() {
    return record.version();
  }

  /** {@return the number of its process} */
  public long pid() {
    return record.pid();
  }

  /** {@return the file that its output is appended to, mode 0600; it stays when the server ends} */
  public Path logFile() {
    return record.log();
  }

  /** {@return its {@code CODEX_HOME}, absolute and without links} */
  public Path home() {
    return files.home();
  }

  /** {@return when it was started} */
  public Instant startedAt() {
    return record.startedAt();
  }

  /** {@return whether its process runs} */
  public boolean isAlive() {
    return process.isAlive();
  }

  /**
   * {@return whether it answers now} On a {@code ws} address {@code /readyz} says so (0.125.0 to
   * 0.169.0), on a unix socket the handshake of a WebSocket. Blocks for ten seconds at most.
   */
  public boolean isReady() {
    return isAlive() && ServerProbe.isReady(address());
  }

  /**
   * Ends it within {@link #DEFAULT_GRACE}.
   *
   * @throws TalariaException as {@link #stop(Duration)} does
   */
  public void stop() {
    stop(DEFAULT_GRACE);
  }

  /**
   * Ends it, and everything that it started, and removes its files except for the log. It gets
   * SIGTERM, on which running turns end first; their last notifications may be lost with the
   * connection, but not the turns (0.125.0 to 0.169.0). What still runs after the grace gets
   * another SIGTERM, which cuts turns off, and is killed two seconds later. May be called again,
   * and for a server that has ended.
   *
   * @param grace how long running turns may continue; a login shell that Codex has just started may
   *     take as long before
   * @throws IllegalArgumentException if the grace is negative
   * @throws TalariaException if it does not end, or another process starts or stops a server for
   *     long
   */
  public void stop(Duration grace) {
    if (grace.isNegative()) {
      throw new IllegalArgumentException("the grace must not be negative: " + grace);
    }
    files.locked(
        grace.multipliedBy(2).plus(MARGIN.multipliedBy(4)),
        () -> {
          boolean named = files.read().filter(record::hasProcessOf).isPresent();
          if (named) {
            hide();
          }
          end(process, grace);
          if (named) {
            files.remove(Optional.of(record));
          }
          return null;
        });
  }

  /** So that nobody finds a server that is about to end; who starts one waits for the lock. */
  private void hide() {
    try {
      files.write(record.stopping());
    } catch (TalariaException e) {
      LOG.warn("{} may be found until it has ended", this, e);
    }
  }

  private static void end(DetachedCodex process, Duration grace) {
    if (!process.end(grace)) {
      throw new TalariaException(
          "process " + process.pid() + " of the server does not end, although it was killed");
    }
  }

  /** Names the address and the process. */
  @Override
  public String toString() {
    return "CodexServer[" + address() + ", pid=" + pid() + "]";
  }
}

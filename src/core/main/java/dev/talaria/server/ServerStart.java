package dev.talaria.server;

import dev.talaria.base.TalariaException;
import dev.talaria.codex.CodexExecutable;
import dev.talaria.codex.CodexOptions;
import dev.talaria.codex.CodexVersion;
import dev.talaria.codex.CodexVersionException;
import dev.talaria.codex.process.DetachedCodex;
import dev.talaria.codex.process.EnvironmentSecrets;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attempt to start a server, which leaves either a server that answers or nothing. Used by one
 * thread, with the lock held.
 */
final class ServerStart {

  private static final Logger LOG = LoggerFactory.getLogger(ServerStart.class);

  /** The last release that closes each connection to its unix socket (measured). */
  private static final CodexVersion NO_UNIX = new CodexVersion(0, 125, 0);

  private static final Pattern LISTENING = Pattern.compile("listening on: (ws://[^\\s\\u001B]+)");
  private static final Pattern CONTROL =
      Pattern.compile("\\u001B\\[[0-9;]*m|[\\p{Cntrl}&&[^\\n\\t]]");
  private static final Duration GRACE_OF_A_FAILURE = Duration.ofSeconds(1);

  /** How long the socket of a process that has ended may still answer. */
  private static final Duration SOCKET_LIMIT = Duration.ofSeconds(3);

  private static final long PAUSE_NANOS = Duration.ofMillis(20).toNanos();

  /** Names of the binary's functions, which it does not have. */
  private static final String BACKTRACE = "Stack backtrace:";

  private static final int SHOWN_LINES = 10;
  private static final int SHOWN_CHARACTERS = 2_000;

  private final ServerFiles files;
  private final ServerOptions options;
  private final boolean logIsNew;
  private long logBegin;
  private Path token;
  private Path socket;
  private DetachedCodex process;

  ServerStart(ServerFiles files, ServerOptions options) {
    this.files = files;
    this.options = options;
    this.logIsNew = Files.notExists(files.log());
  }

  /** Starts it, and waits until it answers. */
  CodexServer run() {
    CodexExecutable codex = CodexExecutable.locate(options.codex());
    if (options.isUnix() && NO_UNIX.isAtLeast(codex.version())) {
      throw new CodexVersionException(
          "Codex "
              + codex.version()
              + " closes every connection to its unix socket; let it listen on"
              + " ws://127.0.0.1:0, or use a newer Codex");
    }
    boolean done = false;
    try {
      CodexServer server = start(codex);
      done = true;
      return server;
    } finally {
      if (!done) {
        cleanUp();
      }
    }
  }

  /**
   * Refuses a unix socket on which somebody listens. The one of a killed process still does for a
   * moment after its end, under load for some tenths of a second.
   *
   * @throws TalariaException if somebody does
   */
  static void refuseUsed(String address) {
    long deadline = System.nanoTime() + SOCKET_LIMIT.toNanos();
    while (ServerProbe.listens(address)) {
      if (System.nanoTime() - deadline > 0) {
        throw new TalariaException(
            "somebody listens on "
                + address
                + " whose process is not known here, such as one in another container; end it"
                + " there");
      }
      LockSupport.parkNanos(PAUSE_NANOS);
      if (Thread.currentThread().isInterrupted()) {
        throw new TalariaException("interrupted while waiting for " + address + " to be free");
      }
    }
  }

  private CodexServer start(CodexExecutable codex) {
    files.prepare();
    logBegin = ServerFiles.files(() -> Files.size(files.log()));
    List<String> arguments = new ArrayList<>(List.of("--listen"));
    if (options.isUnix()) {
      Path free = files.newSocket();
      refuseUsed(ServerFiles.UNIX + free);
      socket = free;
      arguments.add(ServerFiles.UNIX + socket);
    } else {
      token = files.newToken();
      arguments.add(options.listen());
      arguments.addAll(
          List.of("--ws-auth", "capability-token", "--ws-token-file", token.toString()));
    }
    process = DetachedCodex.start(codex, options.codex(), arguments, files.log());
    ServerRecord starting =
        ServerRecord.starting(arguments.get(1), process, codex.version(), token, files.log());
    files.write(starting);
    ServerRecord record = starting.listening(awaitReady());
    files.write(record);
    LOG.debug("Codex {} listens on {} as process {}", codex.version(), record.address(), process);
    return new CodexServer(files, record, process);
  }

  /** Where it listens, as soon as it answers there. */
  private String awaitReady() {
    Duration limit = options.codex().startTimeout();
    long deadline = System.nanoTime() + limit.toNanos();
    while (true) {
      boolean alive = process.isAlive();
      Optional<String> address = address();
      if (address.isPresent() && ServerProbe.isReady(address.get()) && process.isAlive()) {
        return address.get();
      }
      if (!alive) {
        throw new TalariaException("Codex ended instead of listening" + said());
      }
      if (System.nanoTime() - deadline > 0) {
        throw new TalariaException(
            "Codex does not answer as a server after %d ms%s".formatted(limit.toMillis(), said()));
      }
      if (Thread.interrupted()) {
        Thread.currentThread().interrupt();
        throw new TalariaException("interrupted while a Codex server was started");
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private Optional<String> address() {
    if (socket != null) {
      return Optional.of(ServerFiles.UNIX + socket).filter(unix -> Files.exists(socket));
    }
    Matcher printed = LISTENING.matcher(written());
    return printed.find() ? Optional.of(printed.group(1)) : Optional.empty();
  }

  /** What this process has written into the log. */
  private String written() {
    try (SeekableByteChannel log = Files.newByteChannel(files.log())) {
      log.position(logBegin);
      return new String(Channels.newInputStream(log).readNBytes(64 * 1024), StandardCharsets.UTF_8);
    } catch (IOException e) {
      LOG.debug("{} cannot be read", files.log(), e);
      return "";
    }
  }

  private String said() {
    CodexOptions codex = options.codex();
    EnvironmentSecrets secrets =
        EnvironmentSecrets.of(
            Stream.concat(
                System.getenv().entrySet().stream(), codex.environment().entrySet().stream()));
    List<String> lines =
        CONTROL
            .matcher(secrets.mask(written()))
            .replaceAll("")
            .lines()
            .takeWhile(line -> !line.startsWith(BACKTRACE))
            .filter(line -> !line.isBlank())
            .toList();
    String last =
        String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()));
    if (last.isEmpty()) {
      return ", and wrote nothing";
    }
    return "; it wrote:\n" + last.substring(Math.max(0, last.length() - SHOWN_CHARACTERS));
  }

  private void cleanUp() {
    boolean interrupted = Thread.interrupted();
    try {
      if (process != null) {
        process.end(GRACE_OF_A_FAILURE);
      }
      files.remove(Optional.empty());
      if (socket != null) {
        ServerFiles.files(
            () -> {
              files.removeSocket(socket);
              return null;
            });
      }
      if (logIsNew) {
        files.removeLog();
      }
    } catch (TalariaException e) {
      LOG.warn("parts of a server that did not start are left", e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}

package dev.talaria.server;

import dev.talaria.base.TalariaException;
import dev.talaria.base.internal.OwnFiles;
import dev.talaria.base.internal.ProcessLock;
import dev.talaria.codex.CodexOptions;
import dev.talaria.codex.process.ChildEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of a server in its {@code CODEX_HOME}: the address file, the lock, and a folder with
 * the log, the token and the unix socket. All are for their owner only.
 *
 * <p>Immutable. What writes or removes is called with the lock held.
 *
 * @param home the {@code CODEX_HOME}, absolute and without links
 */
record ServerFiles(Path home) {

  static final String UNIX = "unix://";

  private static final Logger LOG = LoggerFactory.getLogger(ServerFiles.class);

  /** What fits into a {@code sockaddr_un}: 108 bytes on Linux, 104 on macOS, with a NUL. */
  private static final int LONGEST_SOCKET = 103;

  private static final String SOCKET = "codex.sock";
  private static final String ELSEWHERE = "talaria-server-";
  private static final int TOKEN_BYTES = 32;
  private static final long LARGEST_ADDRESS_FILE = 64 * 1024;

  /** Something with files. */
  @FunctionalInterface
  interface FileTask<T> {
    T run() throws IOException;
  }

  /** Those of the home that a Codex with these options would have. */
  static ServerFiles of(CodexOptions codex) {
    Map<String, String> environment = ChildEnvironment.of(System.getenv(), codex);
    String named = environment.getOrDefault("CODEX_HOME", "");
    if (!named.isEmpty()) {
      return in(Path.of(named))
          .orElseThrow(
              () ->
                  new TalariaException(
                      "the CODEX_HOME " + named + " does not exist; make that folder first"));
    }
    String user = environment.getOrDefault("HOME", "");
    Path home = Path.of(user.isEmpty() ? System.getProperty("user.home") : user, ".codex");
    return files(
        () -> {
          // As Codex itself does with its default.
          Files.createDirectories(home, OwnFiles.mode(home, OwnFiles.FOLDER));
          return in(home).orElseThrow();
        });
  }

  /** Those of a home; empty if there is no such folder. */
  static Optional<ServerFiles> in(Path home) {
    return files(
        () ->
            Files.isDirectory(home)
                ? Optional.of(new ServerFiles(home.toRealPath()))
                : Optional.empty());
  }

  Path addressFile() {
    return home.resolve(".talaria-server.json");
  }

  Path lockFile() {
    return home.resolve(".talaria-server.lock");
  }

  Path folder() {
    return home.resolve(".talaria-server");
  }

  Path log() {
    return folder().resolve("server.log");
  }

  Path token() {
    return folder().resolve("token");
  }

  /**
   * Does something while no other starts, stops or removes a server.
   *
   * @throws TalariaException if another one does for all that time, or the thread is interrupted
   */
  <T> T locked(Duration limit, Supplier<T> action) {
    return run(lock(limit).orElseThrow(() -> busy(limit)), action);
  }

  /** As {@link #locked}, but empty if another one has the lock now. */
  <T> Optional<T> ifUnlocked(Supplier<Optional<T>> action) {
    return lock(Duration.ZERO).flatMap(lock -> run(lock, action));
  }

  private static <T> T run(ProcessLock lock, Supplier<T> action) {
    try (lock) {
      return action.get();
    }
  }

  private Optional<ProcessLock> lock(Duration limit) {
    try {
      refuseForeign(lockFile());
      return ProcessLock.acquire(lockFile(), limit);
    } catch (IOException e) {
      throw failed(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TalariaException("interrupted while waiting for the lock " + lockFile(), e);
    }
  }

  private TalariaException busy(Duration limit) {
    return new TalariaException(
        "another process has been starting or stopping a server in %s for more than %d s; try again"
                .formatted(home, limit.toSeconds())
            + " when it is done");
  }

  /**
   * What the address file says; empty if there is none, or it cannot be read as one.
   *
   * @throws TalariaException if it, or the folder, belongs to another user
   */
  Optional<ServerRecord> read() {
    return files(
        () -> {
          Path file = addressFile();
          refuseForeign(folder());
          refuseForeign(file);
          if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
              || Files.size(file) > LARGEST_ADDRESS_FILE) {
            return Optional.empty();
          }
          Optional<ServerRecord> record = ServerRecord.parse(Files.readString(file));
          if (record.isEmpty()) {
            LOG.warn("{} does not name a server, and counts as a leftover", file);
          }
          return record;
        });
  }

  /** In one step, so that nobody reads half of it. */
  void write(ServerRecord record) {
    files(
        () -> {
          Path next = folder().resolve("address.tmp");
          Files.deleteIfExists(next);
          try (FileChannel channel = create(next)) {
            channel.write(StandardCharsets.UTF_8.encode(record.json()));
            channel.force(true);
          }
          return Files.move(next, addressFile(), StandardCopyOption.ATOMIC_MOVE);
        });
  }

  /** Makes the folder and the log, for this user only. */
  void prepare() {
    files(
        () -> {
          refuseForeign(folder());
          if (!Files.isDirectory(folder(), LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectory(folder(), OwnFiles.mode(folder(), OwnFiles.FOLDER));
          }
          restrict(folder(), OwnFiles.FOLDER);
          if (!Files.exists(log(), LinkOption.NOFOLLOW_LINKS)) {
            create(log()).close();
          }
          restrict(log(), OwnFiles.FILE);
          return null;
        });
  }

  /** Makes a token that nobody can guess. */
  Path newToken() {
    return files(
        () -> {
          byte[] random = new byte[TOKEN_BYTES];
          new SecureRandom().nextBytes(random);
          String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
          Files.deleteIfExists(token());
          try (FileChannel channel = create(token())) {
            channel.write(StandardCharsets.US_ASCII.encode(token));
          }
          return token();
        });
  }

  /** Where a unix socket can be: in the folder, or where that is too long, in a temporary one. */
  Path newSocket() {
    return files(
        () -> {
          Path near = folder().resolve(SOCKET);
          if (fits(near)) {
            return near;
          }
          Path elsewhere = Files.createTempDirectory(ELSEWHERE).toRealPath();
          if (!fits(elsewhere.resolve(SOCKET))) {
            Files.delete(elsewhere);
            throw new TalariaException(
                "both %s and %s are too long for a unix socket, which may have %d bytes; listen on"
                        .formatted(near, elsewhere.resolve(SOCKET), LONGEST_SOCKET)
                    + " ws://127.0.0.1:0");
          }
          return elsewhere.resolve(SOCKET);
        });
  }

  private static boolean fits(Path socket) {
    return socket.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_SOCKET;
  }

  /** Removes what is left of a server that has ended, but for the log. */
  void remove(Optional<ServerRecord> record) {
    files(
        () -> {
          Files.deleteIfExists(addressFile());
          Files.deleteIfExists(token());
          if (record.isPresent() && record.get().isUnix()) {
            removeSocket(Path.of(record.get().address().substring(UNIX.length())));
          }
          return null;
        });
  }

  /** Removes what {@link #newSocket} gave; what stands at another place is left alone. */
  void removeSocket(Path socket) throws IOException {
    Path in = socket.getParent();
    boolean elsewhere = in != null && in.getFileName().toString().startsWith(ELSEWHERE);
    if (!socket.endsWith(SOCKET) || !(elsewhere || folder().equals(in))) {
      return;
    }
    if (!Files.isRegularFile(socket, LinkOption.NOFOLLOW_LINKS)) {
      Files.deleteIfExists(socket);
    }
    if (elsewhere) {
      try {
        Files.deleteIfExists(in);
      } catch (DirectoryNotEmptyException e) {
        LOG.debug("{} has more in it than a socket", in, e);
      }
    }
  }

  /** Removes the log, and the folder if nothing else is in it. */
  void removeLog() {
    files(
        () -> {
          Files.deleteIfExists(log());
          try {
            Files.deleteIfExists(folder());
          } catch (DirectoryNotEmptyException e) {
            LOG.debug("{} has more in it than a log", folder(), e);
          }
          return null;
        });
  }

  private static void refuseForeign(Path file) throws IOException {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      OwnFiles.refuseForeign(
          file,
          "the server's",
          "run as that user, or use a CODEX_HOME of your own",
          LinkOption.NOFOLLOW_LINKS);
    }
  }

  private static FileChannel create(Path file) throws IOException {
    return FileChannel.open(
        file,
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
        OwnFiles.mode(file, OwnFiles.FILE));
  }

  private static void restrict(Path file, String permissions) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (view != null) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
  }

  static <T> T files(FileTask<T> task) {
    try {
      return task.run();
    } catch (IOException e) {
      throw failed(e);
    } catch (UncheckedIOException e) {
      throw failed(e.getCause());
    }
  }

  private static TalariaException failed(IOException e) {
    return new TalariaException(
        "a file of the server cannot be used: "
            + e
            + "; see that this user may write the CODEX_HOME, and that the disk is not full",
        e);
  }
}

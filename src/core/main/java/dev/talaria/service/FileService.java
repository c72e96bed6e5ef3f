package dev.talaria.service;

import dev.talaria.protocol.v2.FsCopyParams;
import dev.talaria.protocol.v2.FsCreateDirectoryParams;
import dev.talaria.protocol.v2.FsGetMetadataParams;
import dev.talaria.protocol.v2.FsGetMetadataResponse;
import dev.talaria.protocol.v2.FsReadDirectoryEntry;
import dev.talaria.protocol.v2.FsReadDirectoryParams;
import dev.talaria.protocol.v2.FsReadFileParams;
import dev.talaria.protocol.v2.FsRemoveParams;
import dev.talaria.protocol.v2.FsUnwatchParams;
import dev.talaria.protocol.v2.FsWatchParams;
import dev.talaria.protocol.v2.FsWriteFileParams;
import dev.talaria.protocol.v2.Methods;
import dev.talaria.protocol.v2.Notifications;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Reads and changes files on the machine of the app-server, without a sandbox. Paths are absolute;
 * Codex refuses others.
 */
public final class FileService {

  private final TypedCalls calls;

  /**
   * On a connection.
   *
   * @param calls such as a {@code Codex}
   */
  public FileService(TypedCalls calls) {
    this.calls = calls;
  }

  /**
   * {@return the content of a file}
   *
   * @param file absolute
   */
  public byte[] read(Path file) {
    return Base64.getDecoder()
        .decode(
            calls.call(Methods.FS_READ_FILE, FsReadFileParams.of(file.toString())).dataBase64());
  }

  /**
   * Writes a file, over what was there.
   *
   * @param file absolute
   * @param content the whole content
   */
  public void write(Path file, byte[] content) {
    calls.call(
        Methods.FS_WRITE_FILE,
        FsWriteFileParams.of(Base64.getEncoder().encodeToString(content), file.toString()));
  }

  /**
   * {@return what is in a directory}
   *
   * @param directory absolute
   */
  public List<FsReadDirectoryEntry> list(Path directory) {
    return calls
        .call(Methods.FS_READ_DIRECTORY, FsReadDirectoryParams.of(directory.toString()))
        .entries();
  }

  /**
   * {@return what kind of file it is, and its times}
   *
   * @param path absolute
   */
  public FsGetMetadataResponse metadata(Path path) {
    return calls.call(Methods.FS_GET_METADATA, FsGetMetadataParams.of(path.toString()));
  }

  /**
   * Makes a directory, and those above it.
   *
   * @param directory absolute
   */
  public void createDirectory(Path directory) {
    calls.call(
        Methods.FS_CREATE_DIRECTORY,
        FsCreateDirectoryParams.of(directory.toString()).recursive(true));
  }

  /**
   * Copies a file, or a directory with all that is in it.
   *
   * @param from absolute
   * @param to absolute
   */
  public void copy(Path from, Path to) {
    calls.call(Methods.FS_COPY, FsCopyParams.of(to.toString(), from.toString()).recursive(true));
  }

  /**
   * Removes a file, or a directory with all that is in it.
   *
   * @param path absolute
   */
  public void remove(Path path) {
    calls.call(Methods.FS_REMOVE, FsRemoveParams.of(path.toString()).recursive(true));
  }

  /**
   * Watches a file or a directory, until the watch is closed or the connection is lost.
   *
   * @param path absolute
   * @param changed receives the paths that have changed, on worker threads
   * @return what ends it
   */
  public Subscription watch(Path path, Consumer<List<Path>> changed) {
    String id = UUID.randomUUID().toString();
    Subscription told =
        calls.subscribe(
            Notifications.FS_CHANGED,
            change -> {
              if (change.watchId().equals(id)) {
                changed.accept(change.changedPaths().stream().map(Path::of).toList());
              }
            });
    try {
      calls.call(Methods.FS_WATCH, FsWatchParams.of(path.toString(), id));
    } catch (RuntimeException e) {
      told.close();
      throw e;
    }
    return () -> {
      told.close();
      calls.request(Methods.FS_UNWATCH, FsUnwatchParams.of(id));
    };
  }
}

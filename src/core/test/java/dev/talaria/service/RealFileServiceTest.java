package dev.talaria.service;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.protocol.v2.FsGetMetadataResponse;
import dev.talaria.protocol.v2.FsReadDirectoryEntry;
import dev.talaria.protocol.v2.FuzzyFileSearchResult;
import dev.talaria.protocol.v2.FuzzyFileSearchSessionUpdatedNotification;
import dev.talaria.rpc.RpcException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that the real Codex reads, writes, watches and finds. */
@Timeout(120)
class RealFileServiceTest {

  private static ServiceLab lab;

  @TempDir Path temporary;

  private Path folder;

  @BeforeAll
  static void start() throws Exception {
    lab = ServiceLab.start();
  }

  @AfterAll
  static void stop() throws IOException {
    if (lab != null) {
      lab.close();
    }
  }

  @BeforeEach
  void without_links() throws IOException {
    folder = temporary.toRealPath();
  }

  @Test
  void files_are_written_read_copied_and_removed() throws Exception {
    FileService files = lab.codex.files();
    byte[] content = new byte[100_000];
    for (int i = 0; i < content.length; i++) {
      content[i] = (byte) i;
    }
    files.createDirectory(folder.resolve("a/b"));
    Path file = folder.resolve("a/b/data");
    files.write(file, content);
    assertArrayEquals(content, Files.readAllBytes(file));
    assertArrayEquals(content, files.read(file));
    FsGetMetadataResponse metadata = files.metadata(file);
    assertTrue(metadata.isFile());
    assertEquals(Files.getLastModifiedTime(file).toMillis(), metadata.modifiedAtMs());
    files.copy(folder.resolve("a"), folder.resolve("copy"));
    assertArrayEquals(content, Files.readAllBytes(folder.resolve("copy/b/data")));
    assertEquals(
        Set.of("a", "copy"),
        files.list(folder).stream()
            .map(FsReadDirectoryEntry::fileName)
            .collect(Collectors.toSet()));
    files.remove(folder.resolve("a"));
    assertTrue(Files.notExists(folder.resolve("a")));
    assertThrows(RpcException.class, () -> files.read(file));
    assertThrows(RpcException.class, () -> files.read(Path.of("relative")));
  }

  @Test
  void a_change_is_told_until_the_watch_is_closed() throws Exception {
    Set<Path> changed = ConcurrentHashMap.newKeySet();
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");
    Subscription watch = lab.codex.files().watch(folder, changed::addAll);
    Files.writeString(first, "1");
    await().atMost(Duration.ofSeconds(60)).until(() -> changed.contains(first));
    watch.close();
    watch.close();
    Set<Path> later = ConcurrentHashMap.newKeySet();
    try (Subscription again = lab.codex.files().watch(folder, later::addAll)) {
      Files.writeString(second, "2");
      await().atMost(Duration.ofSeconds(60)).until(() -> later.contains(second));
      assertTrue(!changed.contains(second), again::toString);
    }
  }

  @Test
  void files_are_found_by_parts_of_their_names_while_somebody_types() throws Exception {
    Files.writeString(folder.resolve("heron.txt"), "");
    Files.writeString(folder.resolve("stork.txt"), "");
    List<FuzzyFileSearchResult> found = lab.codex.search().find("hrn", folder);
    assertEquals("heron.txt", found.get(0).path());
    assertEquals(folder.toString(), found.get(0).root());
    List<FuzzyFileSearchSessionUpdatedNotification> told = new CopyOnWriteArrayList<>();
    try (SearchService.FileSearch search = lab.codex.search().open(told::add, folder)) {
      search.update("her").get(60, TimeUnit.SECONDS);
      await().atMost(Duration.ofSeconds(60)).until(() -> shows(told, "her", "heron.txt"));
      search.update("sto").get(60, TimeUnit.SECONDS);
      await().atMost(Duration.ofSeconds(60)).until(() -> shows(told, "sto", "stork.txt"));
    }
    assertEquals(List.of(), lab.codex.search().find("zzzz", folder));
  }

  private static boolean shows(
      List<FuzzyFileSearchSessionUpdatedNotification> told, String query, String file) {
    return told.stream()
        .anyMatch(
            update ->
                update.query().equals(query)
                    && update.files().stream().anyMatch(found -> found.path().equals(file)));
  }
}

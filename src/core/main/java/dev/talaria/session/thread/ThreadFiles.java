package dev.talaria.session.thread;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.wire.WireJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Codex keeps of a thread in files: its rollout, and who writes it. Pure functions; nothing is
 * written.
 *
 * <p>Source: 0.125.0, 0.130.0 and 0.169.0, measured. Codex resumes a rollout that was cut behind
 * its first line, and the model then knows nothing. That line is {@code session_meta}; lines of
 * type {@code event_msg} never reach the model; a fork of 0.169.0 has nothing else and names in its
 * first line whose history it continues with. 0.169.0 holds {@code
 * thread-writer-locks/<thread>.lock} in its {@code CODEX_HOME} by {@code flock}, which Linux lists
 * in {@code /proc/locks} by the file's inode.
 */
public final class ThreadFiles {

  /** Longer rollouts are not cut so short. */
  private static final long MOST = 1 << 20;

  private static final Path LOCKS = Path.of("/proc/locks");
  private static final Logger log = LoggerFactory.getLogger(ThreadFiles.class);

  private ThreadFiles() {}

  /**
   * Whether a rollout surely holds nothing that the model would see; no for what cannot be read
   * here.
   */
  public static boolean isBare(String path) {
    try {
      Path file = Path.of(path);
      if (path.isEmpty() || !Files.isRegularFile(file) || Files.size(file) > MOST) {
        return false;
      }
      List<String> lines = Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
      return lines.stream().map(ThreadFiles::parsed).noneMatch(ThreadFiles::matters);
    } catch (IOException | RuntimeException e) {
      log.debug("the rollout {} cannot be looked at", path, e);
      return false;
    }
  }

  /**
   * Whether a rollout has these texts as what the user said in a turn; no for what cannot be read
   * here.
   *
   * <p>Source: 0.169.0 writes the turn's {@code turn_context}, then the prompt as a {@code
   * response_item}, and in a line of its own what {@code thread/turns/list} shows of it.
   *
   * @param texts none are never had
   */
  public static boolean hasPrompt(String path, String turnId, List<String> texts) {
    if (path.isEmpty() || texts.isEmpty()) {
      return false;
    }
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(Path.of(path)), StandardCharsets.UTF_8))) {
      boolean inTurn = false;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.contains("\"turn_context\"")) {
          inTurn = parsed(line).path("payload").path("turn_id").asText().equals(turnId);
        } else if (inTurn && says(parsed(line), texts)) {
          return true;
        }
      }
    } catch (IOException | RuntimeException e) {
      log.debug("the rollout {} cannot be looked at", path, e);
    }
    return false;
  }

  private static boolean says(JsonNode line, List<String> texts) {
    JsonNode message = line.path("payload");
    return line.path("type").asText().equals("response_item")
        && message.path("role").asText().equals("user")
        && message.path("content").findValuesAsText("text").containsAll(texts);
  }

  /** A torn line is nothing. */
  private static JsonNode parsed(String line) {
    try {
      return WireJson.mapper().readTree(line);
    } catch (JsonProcessingException e) {
      return WireJson.mapper().missingNode();
    }
  }

  private static boolean matters(JsonNode line) {
    String type = line.path("type").asText();
    return type.equals("session_meta")
        ? line.path("payload").hasNonNull("forked_from_id")
        : !type.isEmpty() && !type.equals("event_msg");
  }

  /** Which process has a thread open, for people. */
  public static String holder(String codexHome, String threadId) {
    return pid(Path.of(codexHome, "thread-writer-locks", threadId + ".lock"))
        .map(pid -> "another process (process " + pid + command(pid) + ")")
        .orElse("another process");
  }

  private static Optional<Long> pid(Path lock) {
    try {
      if (!Files.exists(LOCKS) || !Files.exists(lock)) {
        return Optional.empty();
      }
      String inode = ":" + Files.getAttribute(lock, "unix:ino");
      // 1: FLOCK  ADVISORY  WRITE 4766 fe:00:2154501 0 EOF
      return Files.readAllLines(LOCKS).stream()
          .map(line -> line.split("\\s+"))
          .filter(part -> part.length > 5 && part[5].endsWith(inode))
          .map(part -> Long.valueOf(part[4]))
          .filter(pid -> pid > 0)
          .findFirst();
    } catch (IOException | RuntimeException e) {
      log.debug("the holder of {} is unknown", lock, e);
      return Optional.empty();
    }
  }

  private static String command(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().command())
        .map(path -> ", " + Path.of(path).getFileName())
        .orElse("");
  }
}

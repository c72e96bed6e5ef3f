package dev.talaria.session.thread;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.wire.WireJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of a thread, as far as it has to be read: Codex resumes one that was cut behind its
 * first line, and the model then knows nothing. Pure functions; nothing is written.
 *
 * <p>Source: 0.125.0, 0.130.0 and 0.169.0, measured. The first line is {@code session_meta}; lines
 * of type {@code event_msg} never reach the model; a fork of 0.169.0 has nothing else and names in
 * its first line whose history it goes on with.
 */
public final class Rollout {

  /** Longer ones are not cut so short. */
  private static final long MOST = 1 << 20;

  private static final Logger log = LoggerFactory.getLogger(Rollout.class);

  private Rollout() {}

  /** Whether it surely holds nothing that the model would see; no for what cannot be read here. */
  public static boolean isBare(String path) {
    try {
      Path file = Path.of(path);
      if (path.isEmpty() || !Files.isRegularFile(file) || Files.size(file) > MOST) {
        return false;
      }
      List<String> lines = Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
      return lines.stream().map(Rollout::parsed).noneMatch(Rollout::matters);
    } catch (IOException | RuntimeException e) {
      log.debug("the rollout {} cannot be looked at", path, e);
      return false;
    }
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
}

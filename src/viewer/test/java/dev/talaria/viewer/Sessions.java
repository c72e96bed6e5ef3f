package dev.talaria.viewer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.talaria.fixtures.PinnedCodex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The sessions that tests make pages of. */
public final class Sessions {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Sessions() {}

  /** The recordings of the pinned version. */
  public static Stream<Path> recordings() {
    return recordings(PinnedCodex.pinnedVersion());
  }

  static Stream<Path> recordings(String version) {
    Path folder = Path.of(System.getProperty("talaria.root"), "fixtures", "recordings", version);
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The recording of that name. */
  public static Path recording(String name) {
    return recordings().filter(file -> file.endsWith(name + ".jsonl")).findFirst().orElseThrow();
  }

  /** The texts of the messages that were completed in a recording, of the user and of the model. */
  public static List<String> messages(Path recording) throws IOException {
    List<String> messages = new ArrayList<>();
    try (Stream<String> lines = Files.lines(recording)) {
      for (String line : (Iterable<String>) lines::iterator) {
        JsonNode message = JSON.readTree(line).path("msg");
        JsonNode item = message.path("params").path("item");
        if (message.path("method").asText().equals("item/completed")) {
          if (item.path("type").asText().equals("agentMessage")) {
            messages.add(item.path("text").asText());
          }
          item.path("content").forEach(part -> messages.add(part.path("text").asText()));
        }
      }
    }
    return messages;
  }
}

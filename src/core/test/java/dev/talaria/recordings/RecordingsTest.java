package dev.talaria.recordings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.codex.CodexVersion;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.transcript.ItemProjector;
import dev.talaria.transcript.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The recordings that are committed under {@code fixtures/recordings}. */
class RecordingsTest {

  private static final Path FIXTURES = Path.of(System.getProperty("talaria.root"), "fixtures");

  private static List<Path> list(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<Path> versions() {
    return list(FIXTURES.resolve("recordings")).stream();
  }

  static Stream<Path> recordings() {
    return versions().flatMap(version -> list(version).stream());
  }

  @Test
  void the_oldest_two_versions_and_the_pinned_one_are_there() {
    assertEquals(
        List.of("0.125.0", "0.130.0", PinnedCodex.pinnedVersion()),
        versions().map(version -> version.getFileName().toString()).toList());
  }

  @ParameterizedTest
  @MethodSource("versions")
  void every_scenario_of_a_version_is_recorded(Path version) {
    Set<String> names =
        Scenarios.of(CodexVersion.parse(version.getFileName().toString()).orElseThrow()).stream()
            .map(scenario -> scenario.name() + ".jsonl")
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(
        List.copyOf(names),
        list(version).stream().map(file -> file.getFileName().toString()).toList());
  }

  @Test
  void the_readme_says_what_each_shows() throws IOException {
    String readme = Files.readString(FIXTURES.resolve("README.md"));
    for (Scenario scenario : Scenarios.of(new CodexVersion(0, 169, 0))) {
      String line = "| `" + scenario.name() + "` | " + scenario.shows() + " |";
      assertTrue(readme.contains(line), "missing in fixtures/README.md: " + line);
    }
  }

  private static List<JsonNode> received(Path recording) throws IOException {
    List<JsonNode> messages = new ArrayList<>();
    for (String line : Files.readAllLines(recording)) {
      JsonNode node = WireJson.mapper().readTree(line);
      if (node.path("dir").asText().equals("recv")) {
        messages.add(node.path("msg"));
      }
    }
    return messages;
  }

  private static List<Message> project(List<JsonNode> messages) {
    ItemProjector projector = new ItemProjector();
    List<Message> rows = new ArrayList<>();
    for (JsonNode message : messages) {
      rows.addAll(
          projector.project(message.path("method").asText(), message.path("params")).messages());
    }
    return rows;
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void a_recording_projects_to_a_transcript_in_role_order_always_the_same(Path recording)
      throws IOException {
    List<JsonNode> messages = received(recording);
    List<Message> rows = project(messages);
    assertEquals(rows, project(messages));
    assertFalse(rows.isEmpty());
    assertTrue(rows.get(0) instanceof Message.User);
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i) instanceof Message.Tool tool) {
        Message.Assistant before = (Message.Assistant) rows.get(i - 1);
        assertEquals(before.toolCalls().get(0).id(), tool.toolCallId());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void a_recording_names_its_version_and_no_place_of_the_machine_it_was_made_on(Path recording)
      throws IOException {
    String text = Files.readString(recording);
    JsonNode header = WireJson.mapper().readTree(text.lines().findFirst().orElseThrow());
    assertEquals(1, header.path("recording").asInt());
    assertEquals(
        recording.getParent().getFileName().toString(), header.path("codexVersion").asText());
    for (String place : new String[] {"/home/", "/root", "/tmp/", "/Users/"}) {
      assertFalse(text.contains(place), place);
    }
  }
}

package dev.talaria.cli.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.talaria.appserver.RecordedEvents;
import dev.talaria.cli.CommandRun;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.transcript.ItemProjector;
import dev.talaria.transcript.Message;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed recordings, byte for byte. */
class RecordingBytesTest {

  private static final Path RECORDINGS =
      Path.of(System.getProperty("talaria.root"), "fixtures", "recordings");

  static List<Path> recordings() {
    try (Stream<Path> files = Files.walk(RECORDINGS)) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void projecting_twice_gives_the_same_bytes(Path recording) {
    CommandRun first = CommandRun.of("project", "--json", recording.toString());
    assertEquals(0, first.exit(), first.err());
    assertEquals(first.out(), CommandRun.of("project", "--json", recording.toString()).out());
    assertTrue(first.json().path("messages").size() > 0);
  }

  /** Those that a session can play again, and that hold one thread only. */
  static Stream<Path> replayable() {
    Set<String> others =
        Set.of(
            "dynamic-tool", "plan", "user-input", "resume-after-kill", "sub-agent", "two-threads");
    return recordings().stream()
        .filter(file -> !others.contains(file.getFileName().toString().replace(".jsonl", "")));
  }

  @ParameterizedTest
  @MethodSource("replayable")
  void a_session_over_the_replay_gives_the_messages_of_the_projection(Path recording) {
    CommandRun replayed = CommandRun.of("replay", "--json", recording.toString());
    ArrayNode live = WireJson.mapper().createArrayNode();
    replayed.json().path("turns").forEach(turn -> turn.path("messages").forEach(live::add));
    JsonNode projected = CommandRun.of("project", "--json", recording.toString()).json();
    assertEquals(projected.path("messages"), live, replayed.err());
  }

  private static List<Message> project(InputStream in) throws IOException {
    ItemProjector projector = new ItemProjector();
    List<Message> rows = new ArrayList<>();
    new RecordedEvents(Set.of("item/completed", "turn/completed"), 1 << 20)
        .read(
            in,
            new RecordedEvents.Listener() {
              @Override
              public boolean event(String method, JsonNode params) {
                rows.addAll(projector.project(method, params).messages());
                return true;
              }

              @Override
              public void badLine(long line, String reason) {
                throw new AssertionError("line " + line + ": " + reason);
              }
            });
    return rows;
  }

  @Property(tries = 200)
  void any_split_of_the_bytes_gives_the_same_messages(@ForAll Random random, @ForAll Random choice)
      throws IOException {
    List<Path> all = recordings();
    byte[] bytes = Files.readAllBytes(all.get(choice.nextInt(all.size())));
    InputStream inPieces =
        new ByteArrayInputStream(bytes) {
          @Override
          public synchronized int read(byte[] target, int from, int length) {
            return super.read(target, from, Math.min(length, 1 + random.nextInt(700)));
          }
        };
    assertEquals(project(new ByteArrayInputStream(bytes)), project(inPieces));
  }
}

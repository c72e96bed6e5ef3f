package dev.talaria.protocol.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.protocol.ServerNotification.AgentMessageDelta;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Pieces of text that are read without a tree: as the tree would be read, or not at all. */
class DeltaLineTest {

  private static final List<String> METHODS =
      List.of(
          "item/agentMessage/delta",
          "item/reasoning/summaryTextDelta",
          "item/reasoning/textDelta",
          "item/commandExecution/outputDelta");

  private final DeltaLine line = new DeltaLine();

  private Optional<ServerNotification> read(byte[] bytes) {
    // Somewhere in a larger buffer, as in the reader's.
    byte[] buffer = new byte[bytes.length + 7];
    System.arraycopy(bytes, 0, buffer, 3, bytes.length);
    buffer[3 + bytes.length] = '"';
    return line.read(buffer, 3, bytes.length) ? line.notification() : Optional.empty();
  }

  private Optional<ServerNotification> read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static ObjectNode message(String method, String delta) {
    ObjectNode message = WireJson.mapper().createObjectNode().put("method", method);
    message
        .putObject("params")
        .put("threadId", "t-1")
        .put("turnId", "u-1")
        .put("itemId", "msg_1")
        .put("delta", delta)
        .put("summaryIndex", 0);
    return message;
  }

  private static ServerNotification asTree(JsonNode message) {
    return ServerNotification.of(message.path("method").asText(), message.path("params"));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withCharRange('\u0000', '\u024F')
        .withChars('"', '\\', '/', '\n', '\u2028', '\u4E2D', '{', '}', 'u')
        .ofMaxLength(40);
  }

  @Property
  void a_piece_reads_as_the_tree_of_its_line_does(
      @ForAll @From("texts") String delta, @ForAll @IntRange(max = 3) int method) throws Exception {
    ObjectNode message = message(METHODS.get(method), delta);
    assertEquals(Optional.of(asTree(message)), read(message.toString()));
    message.put("emittedAtMs", 1795260624623L);
    assertEquals(Optional.of(asTree(message)), read(message.toString() + "\r"));
  }

  @Example
  void each_escape_is_read() {
    ObjectNode message = message(METHODS.get(0), "");
    String text =
        message
            .toString()
            .replace(
                "\"delta\":\"\"", "\"delta\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDE00\"");
    assertEquals(
        Optional.of(
            new AgentMessageDelta("t-1", "u-1", "msg_1", "\"\\/\b\f\n\r\t\u00e9\uD83D\uDE00")),
        read(text));
  }

  @Property(tries = 5000)
  void a_line_that_is_spoilt_is_never_read_as_something_else(
      @ForAll @From("texts") String delta,
      @ForAll @IntRange(max = 400) int at,
      @ForAll byte spoilt,
      @ForAll @IntRange(max = 2) int how)
      throws IOException {
    byte[] bytes = message(METHODS.get(0), delta).toString().getBytes(StandardCharsets.UTF_8);
    int position = at % bytes.length;
    byte[] other;
    if (how == 0) {
      bytes[position] = spoilt;
      other = bytes;
    } else if (how == 1) {
      other = Arrays.copyOf(bytes, position);
    } else {
      other = new byte[bytes.length + 1];
      System.arraycopy(bytes, 0, other, 0, position);
      other[position] = spoilt;
      System.arraycopy(bytes, position, other, position + 1, bytes.length - position);
    }
    Optional<ServerNotification> read = read(other);
    if (read.isPresent()) {
      assertEquals(asTree(tree(other)), read.get());
    }
  }

  /** As the peer reads a line: bytes that are no UTF-8 are replaced, if need be. */
  private static JsonNode tree(byte[] bytes) throws IOException {
    try {
      return WireJson.mapper().readTree(bytes);
    } catch (JsonProcessingException e) {
      String text = new String(bytes, StandardCharsets.UTF_8);
      assertTrue(text.indexOf('\uFFFD') >= 0, text);
      return WireJson.mapper().readTree(text);
    }
  }

  @Example
  void what_looks_different_is_left_to_the_parser() {
    String good = message(METHODS.get(0), "x").toString();
    assertTrue(read(good).isPresent());
    for (String other :
        List.of(
            "",
            " " + good,
            good + good,
            good.replace("\"method\":", "\"method\": "),
            good.replace("{\"method\"", "{\"id\":1,\"method\""),
            good.substring(0, good.length() - 1) + ",\"id\":1}",
            good.replace("\"threadId\":\"t-1\",", ""),
            good.replace("\"turnId\":\"u-1\",", ""),
            good.replace("\"itemId\":\"msg_1\",", ""),
            good.replace("\"delta\":\"x\",", ""),
            good.replace("\"delta\":\"x\"", "\"delta\":1"),
            good.replace("\"summaryIndex\":0", "\"summaryIndex\":01"),
            good.replace("\"summaryIndex\":0", "\"more\":{}"),
            good.replace("agentMessage", "plan"))) {
      assertEquals(Optional.empty(), read(other), other);
    }
  }

  @Example
  void every_piece_that_codex_was_recorded_with_is_read() throws IOException {
    int pieces = 0;
    try (Stream<Path> files =
        Files.walk(Path.of(System.getProperty("talaria.root"), "fixtures/recordings"))) {
      for (Path file : files.filter(name -> name.toString().endsWith(".jsonl")).toList()) {
        for (String recorded : Files.readAllLines(file)) {
          JsonNode message = WireJson.mapper().readTree(recorded).path("msg");
          boolean piece = METHODS.contains(message.path("method").asText());
          Optional<ServerNotification> read = read(message.toString());
          if (piece) {
            assertEquals(Optional.of(asTree(message)), read, recorded);
            pieces++;
          } else {
            assertFalse(read.isPresent(), recorded);
          }
        }
      }
    }
    assertTrue(pieces > 6000, "pieces: " + pieces);
  }
}

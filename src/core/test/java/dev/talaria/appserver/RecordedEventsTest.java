package dev.talaria.appserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The look at a line's bytes changes nothing: a space before the line makes it give up, so that a
 * parser looks at the same line, and both must say the same.
 */
class RecordedEventsTest {

  private static final Set<String> WANTED = Set.of("item/completed", "turn/completed");

  private static final String COMPLETED =
      "{\"t\":0.125,\"dir\":\"recv\",\"msg\":{\"method\":\"item/completed\",\"params\":"
          + "{\"item\":{\"id\":\"a\\n\",\"n\":1.50}},\"emittedAtMs\":17}}";

  private static List<String> read(byte[] line) throws IOException {
    List<String> told = new ArrayList<>();
    new RecordedEvents(WANTED, 1 << 16)
        .read(
            new ByteArrayInputStream(line),
            new RecordedEvents.Listener() {
              @Override
              public boolean event(String method, JsonNode params) {
                told.add(method + " " + params);
                return true;
              }

              @Override
              public void badLine(long line, String reason) {
                told.add("bad: " + reason.replaceAll("column: \\d+", "column"));
              }
            });
    return told;
  }

  private static byte[] behindSpace(byte[] line) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(' ');
    out.writeBytes(line);
    return out.toByteArray();
  }

  private static void assertSame(byte[] line) throws IOException {
    assertEquals(
        read(behindSpace(line)), read(line), () -> new String(line, StandardCharsets.UTF_8));
  }

  @Test
  void a_wanted_message_comes_without_its_wrapper_and_with_its_numbers_as_written()
      throws IOException {
    assertEquals(
        List.of("item/completed {\"item\":{\"id\":\"a\\n\",\"n\":1.50}}"),
        read(COMPLETED.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"method\":\"turn/completed\",\"params\":{}}",
        "{\"id\":1,\"result\":{}}",
        "{\"id\":-1,\"method\":\"turn/completed\"}",
        "{\"id\":01,\"method\":\"turn/completed\"}",
        "{\"id\":1.,\"method\":\"turn/completed\"}",
        "{\"t\":1,\"dir\":\"send\",\"msg\":{\"method\":\"turn/completed\"}}",
        "{\"t\":1,\"dir\":5,\"msg\":{\"method\":\"turn/completed\"}}",
        "{\"t\":1,\"dir\":\"recv\",\"dir\":\"send\",\"msg\":{\"method\":\"turn/completed\"}}",
        "{\"dir\":\"recv\",\"msg\":{\"method\":\"turn/completed\"},\"dir\":\"send\"}",
        "{\"dir\":\"recv\",\"msg\":{\"method\":\"turn/completed\"}}}",
        "{\"dir\":\"recv\",\"msg\":{\"method\":\"turn/completed\"} }",
        "{\"dir\":\"recv\",\"msg\":{\"method\":\"turn/completed\"}",
        "{\"dir\":\"recv\",\"msg\":{\"method\":\"turn/completed\"}} {}",
        "{\"dir\":\"recv\",\"msg\":{\"params\":{\"a\":1},\"method\":\"turn/completed\"}}",
        "{\"dir\":\"recv\",\"msg\":7}",
        "{\"msg\":{\"method\":\"turn/completed\"},\"dir\":\"recv\"}",
        "{\"recording\":1}",
        "{\"dir\":\"recv\",\"msg\":{\"recording\":1,\"method\":\"turn/completed\"}}",
        "{\"dir\":\"recv\",\"msg\":{\"method\":\"turn\\/completed\"}}",
        "{\"dir\":\"recv\",\"msg\":{\"method\":null}}",
        "{\"dir\":\"recv\",\"msg\":{\"method\":\"é\"}}",
        "{}",
        "{\"",
        "{\"method\":\"turn/completed",
        "[]",
        "7"
      })
  void an_unusual_line_is_read_as_a_parser_reads_it(String line) throws IOException {
    assertSame(line.getBytes(StandardCharsets.UTF_8));
  }

  @Property(tries = 2000)
  void a_damaged_line_is_read_as_a_parser_reads_it(@ForAll Random random) throws IOException {
    byte[] line = COMPLETED.getBytes(StandardCharsets.UTF_8);
    String spare = "\"\\{}[],: 01.-etrecvmsg\u0000";
    for (int i = random.nextInt(3); i >= 0; i--) {
      // Not in the first four bytes, from which the parser guesses the encoding.
      int at = 4 + random.nextInt(line.length - 4);
      line[at] = (byte) spare.charAt(random.nextInt(spare.length()));
    }
    assertSame(line);
  }

  @Test
  void more_names_of_methods_than_are_remembered_change_nothing() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      lines.append("{\"method\":\"unknown/").append(i).append("\"}\n");
      lines.append("{\"method\":\"item/completed\",\"params\":").append(i).append("}\n");
    }
    List<String> told = read(lines.toString().getBytes(StandardCharsets.UTF_8));
    assertEquals(1000, told.size());
    assertTrue(told.contains("item/completed 999"), told.toString());
  }
}

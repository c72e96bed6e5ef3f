package dev.talaria.migration.translate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.talaria.base.internal.TomlText;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The model system's translation cases, and where Talaria decided differently. */
class TranslationCasesTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Cases with another outcome here: the error that the server gets instead. */
  private static final Map<String, String> DECIDED_DIFFERENTLY =
      Map.of(
          // The reason is not a key that was skipped: it is why there is no server.
          "neither", "server 's' skipped: no command or url field",
          "not an object", "server 's' skipped: no transport configured",
          // Python's spelling of true and null would reach the server as "True" and "None".
          "stringified args/env",
              "server 's' skipped: args[1] is a boolean, must be a text or a number; quote it if it"
                  + " is a text; env.B is nothing (null), must be a text or a number; quote it if"
                  + " it is a text");

  @TestFactory
  Stream<DynamicTest> translation_of_one_entry() throws IOException {
    return cases("translate").map(c -> dynamicTest(c.get("name").asText(), () -> translate(c)));
  }

  private static void translate(JsonNode c) {
    ServerTranslation result =
        ServerTranslation.of(
            Map.of("s", JSON.convertValue(c.get("input"), Object.class)), Optional.empty());
    String error = DECIDED_DIFFERENTLY.get(c.get("name").asText());
    if (error != null) {
      assertEquals(List.of(error), result.errors());
      assertEquals(List.of(), result.servers());
      return;
    }
    assertEquals(List.of(), result.errors());
    assertEquals(JSON.convertValue(c.get("expected"), Map.class), result.servers().get(0).keys());
    // The host need not be the model system: a key that is unknown is no "Hermes key".
    List<String> skipped =
        StreamSupport.stream(c.get("skipped").spliterator(), false)
            .map(note -> note.asText().replace("unknown Hermes key", "unknown key"))
            .toList();
    assertEquals(skipped, result.skippedKeys().getOrDefault("s", List.of()));
  }

  @TestFactory
  Stream<DynamicTest> values() throws IOException {
    return cases("format_value")
        .map(
            c ->
                dynamicTest(
                    c.get("expected").asText(),
                    () ->
                        assertEquals(
                            c.get("expected").asText(),
                            TomlText.value(JSON.convertValue(c.get("input"), Object.class)))));
  }

  @TestFactory
  Stream<DynamicTest> keys() throws IOException {
    return cases("format_key")
        .map(
            c ->
                dynamicTest(
                    c.get("expected").asText(),
                    () ->
                        assertEquals(
                            c.get("expected").asText(), TomlText.key(c.get("input").asText()))));
  }

  private static Stream<JsonNode> cases(String section) throws IOException {
    try (InputStream in =
        TranslationCasesTest.class.getResourceAsStream("/migration/translation-cases.json")) {
      return StreamSupport.stream(JSON.readTree(in).get(section).spliterator(), false);
    }
  }
}

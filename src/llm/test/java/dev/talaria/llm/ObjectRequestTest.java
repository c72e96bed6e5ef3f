package dev.talaria.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.llm.call.ObjectAnswer;
import dev.talaria.protocol.wire.WireJson;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Answers to requests of Java types and of schemas as people write them. */
class ObjectRequestTest {

  enum Colour {
    RED,
    GREEN
  }

  record Tree(String name, List<Tree> children) {}

  record Paint(
      @JsonPropertyDescription("What it is called.") @JsonProperty("the_name") String name,
      Colour colour,
      Map<String, Double> parts,
      JsonNode rest) {}

  record Stay(Optional<String> room, LocalDate from, Instant paid, Duration sleep) {}

  @Test
  void optional_members_and_times_are_read() throws Exception {
    ObjectAnswer<Stay> answer = ObjectRequest.builder("p", Stay.class).build().answer();
    JsonNode properties = answer.strictSchema().path("properties");
    String room = properties.path("room").toString();
    assertTrue(room.contains("\"null\"") && room.contains("\"string\""), room);
    assertEquals("string", properties.path("from").path("type").asText());
    Stay stay =
        new Stay(
            Optional.empty(),
            LocalDate.of(2026, 11, 21),
            Instant.parse("2026-11-21T20:00:00Z"),
            Duration.ofHours(8));
    String rest = ",\"from\":\"2026-11-21\",\"paid\":\"2026-11-21T20:00:00Z\",\"sleep\":\"PT8H\"}";
    assertEquals(stay, answer.read("{\"room\":null" + rest));
    assertEquals(Optional.of("7"), answer.read("{\"room\":\"7\"" + rest).room());
    assertThrows(LlmException.class, () -> answer.read("{\"room\":7" + rest));
  }

  private static JsonNode json(String text) throws Exception {
    return WireJson.mapper().readTree(text);
  }

  private static ObjectAnswer<JsonNode> of(String schema) throws Exception {
    return ObjectRequest.builder("p", json(schema)).build().answer();
  }

  @Test
  void a_type_that_holds_itself_is_read() {
    ObjectAnswer<Tree> answer = ObjectRequest.builder("p", Tree.class).build().answer();
    assertEquals("object", answer.strictSchema().path("type").asText());
    assertEquals(
        new Tree("a", List.of(new Tree("b", List.of()))),
        answer.read("{\"name\":\"a\",\"children\":[{\"name\":\"b\",\"children\":[]}]}"));
  }

  @Test
  void names_descriptions_values_maps_and_free_parts_of_a_type_are_sent_and_read()
      throws Exception {
    ObjectAnswer<Paint> answer = ObjectRequest.builder("p", Paint.class).build().answer();
    JsonNode properties = answer.strictSchema().path("properties");
    assertEquals(
        json("{\"type\":\"string\",\"description\":\"What it is called.\"}"),
        properties.path("the_name"));
    assertEquals(
        json("{\"type\":\"string\",\"enum\":[\"RED\",\"GREEN\"]}"), properties.path("colour"));
    assertEquals("array", properties.path("parts").path("type").asText());
    assertEquals(
        new Paint("sky", Colour.GREEN, Map.of("blue", 0.5), json("{\"x\":[1]}")),
        answer.read(
            "{\"the_name\":\"sky\",\"colour\":\"GREEN\",\"parts\":[{\"key\":\"blue\","
                + "\"value\":0.5}],\"rest\":\"{\\\"x\\\":[1]}\"}"));
  }

  @Test
  void a_choice_is_turned_back_by_the_branch_that_takes_it() throws Exception {
    ObjectAnswer<JsonNode> answer =
        of(
            "{\"oneOf\":[{\"type\":\"object\",\"required\":[\"a\"],\"additionalProperties\":false,"
                + "\"properties\":{\"a\":{\"type\":\"integer\"},\"b\":{\"type\":\"string\"}}},"
                + "{\"type\":\"object\",\"additionalProperties\":{\"type\":\"string\"}}]}");
    assertEquals(json("{\"a\":1}"), answer.read("{\"value\":{\"a\":1,\"b\":null}}"));
    assertEquals(
        json("{\"k\":\"v\"}"), answer.read("{\"value\":[{\"key\":\"k\",\"value\":\"v\"}]}"));
  }

  @Test
  void a_schema_that_refers_to_its_top_is_read() throws Exception {
    ObjectAnswer<JsonNode> answer =
        of(
            "{\"type\":\"object\",\"properties\":{\"next\":{\"$ref\":\"#\"},"
                + "\"n\":{\"type\":\"integer\"}},\"required\":[\"n\"]}");
    assertFalse(answer.strictSchema().toString().contains("\"#\""));
    assertEquals(
        json("{\"next\":{\"n\":2},\"n\":1}"),
        answer.read("{\"next\":{\"next\":null,\"n\":2},\"n\":1}"));
  }

  @Test
  void what_strict_mode_has_no_word_for_is_checked_afterwards() throws Exception {
    ObjectAnswer<JsonNode> answer =
        of(
            "{\"type\":\"object\",\"properties\":{\"s\":{\"type\":\"string\",\"minLength\":3}},"
                + "\"required\":[\"s\"]}");
    assertFalse(answer.strictSchema().toString().contains("minLength"));
    assertEquals(json("{\"s\":\"abc\"}"), answer.read("{\"s\":\"abc\"}"));
    LlmException error = assertThrows(LlmException.class, () -> answer.read("{\"s\":\"a\"}"));
    assertEquals(LlmException.Kind.INVALID_OUTPUT, error.kind());
    assertTrue(
        error.getMessage().startsWith("Codex structured output failed validation: /s: "),
        error.getMessage());
  }

  @Test
  void an_answer_with_something_behind_it_or_of_another_form_is_not_valid() throws Exception {
    ObjectAnswer<JsonNode> answer = of("{\"type\":\"array\",\"items\":{\"type\":\"integer\"}}");
    assertEquals(json("[1,2]"), answer.read("{\"value\":[1,2]}"));
    for (String text :
        List.of("", "{\"value\":[1]} and more", "```json\n{\"value\":[1]}\n```", "{}", "null")) {
      LlmException error = assertThrows(LlmException.class, () -> answer.read(text), text);
      assertEquals(LlmException.Kind.INVALID_OUTPUT, error.kind());
    }
  }
}

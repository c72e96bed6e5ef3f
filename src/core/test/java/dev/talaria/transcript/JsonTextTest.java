package dev.talaria.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTextTest {

  @ParameterizedTest
  @CsvSource({
    "1.0, 1.0",
    "1.5, 1.5",
    "1.50, 1.50",
    "-0.0, 0.0",
    "1e20, 1e+20",
    "12345678901234567890, same",
    "0, 0",
    "-7, -7",
    "0.1, 0.1"
  })
  void numbers_are_spelt_as_on_the_wire(String wire, String text) {
    assertEquals("same".equals(text) ? wire : text, JsonText.of(ConformanceCases.parse(wire)));
  }

  @Test
  void doubles_of_a_mapper_without_decimals_keep_their_fraction() {
    assertEquals("1.0", JsonText.of(DoubleNode.valueOf(1.0)));
    assertEquals("1e+20", JsonText.of(DoubleNode.valueOf(1e20)));
  }

  @Test
  void characters_are_escaped_as_python_does() {
    JsonNode text = JsonNodeFactory.instance.textNode("\"\\/\b\f\n\r\t\u0000\u001f\u007f\u2028é😀");

    assertEquals("\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\u007f\u2028é😀\"", JsonText.of(text));
  }

  @Test
  void keys_are_sorted_by_code_point_at_every_depth_only_when_asked() {
    JsonNode value =
        ConformanceCases.parse("{\"😀\":1,\"\uFF5E\":2,\"b\":[{\"d\":1,\"c\":2}],\"a\":{}}");

    assertEquals(
        "{\"a\": {}, \"b\": [{\"c\": 2, \"d\": 1}], \"\uFF5E\": 2, \"😀\": 1}",
        JsonText.sorted(value));
    assertEquals(
        "{\"😀\": 1, \"\uFF5E\": 2, \"b\": [{\"d\": 1, \"c\": 2}], \"a\": {}}", JsonText.of(value));
  }

  @Test
  void a_limit_counts_code_points_and_splits_none() {
    JsonNode value = ConformanceCases.parse("[\"😀😀😀\", true]");
    String whole = JsonText.of(value);

    for (int limit = 0; limit <= whole.codePointCount(0, whole.length()); limit++) {
      String expected = whole.substring(0, whole.offsetByCodePoints(0, limit));
      assertEquals(expected, JsonText.cut(value, limit));
    }
    assertEquals(whole, JsonText.cut(value, 1000));
  }

  @Test
  void deep_nesting_does_not_exhaust_the_stack() {
    ArrayNode root = JsonNodeFactory.instance.arrayNode();
    ArrayNode inner = root;
    for (int i = 0; i < 99_999; i++) {
      inner = inner.addArray();
    }

    assertEquals(200_000, JsonText.sorted(root).length());
  }
}

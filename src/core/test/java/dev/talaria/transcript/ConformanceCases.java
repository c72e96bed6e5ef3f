package dev.talaria.transcript;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** The projector cases that this library shares with its model; read-only. */
final class ConformanceCases {

  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  record Case(String name, List<JsonNode> input, List<String> expected) {
    @Override
    public String toString() {
      return name;
    }
  }

  private ConformanceCases() {}

  static List<Case> load() throws IOException {
    try (InputStream in = ConformanceCases.class.getResourceAsStream("projector-cases.json")) {
      List<Case> cases = new ArrayList<>();
      for (JsonNode each : MAPPER.readTree(in)) {
        List<JsonNode> input = new ArrayList<>();
        each.get("input").forEach(input::add);
        List<String> expected = new ArrayList<>();
        each.get("expected_seed").forEach(row -> expected.add(row.toString()));
        cases.add(new Case(each.get("name").asText(), input, expected));
      }
      return cases;
    }
  }

  /** What one projector makes of the events, in the form of the expectations. */
  static List<String> project(List<JsonNode> events) {
    ItemProjector projector = new ItemProjector();
    List<String> results = new ArrayList<>();
    for (JsonNode event : events) {
      results.add(json(projector.project(event.path("method").asText(), event.get("params"))));
    }
    return results;
  }

  static String json(Projection projection) {
    ObjectNode result = MAPPER.createObjectNode();
    ArrayNode messages = result.putArray("messages");
    projection.messages().forEach(m -> messages.add(m.toJson(MAPPER.getNodeFactory())));
    result.put("is_tool_iteration", projection.toolIteration());
    result.put("final_text", projection.finalText().orElse(null));
    return result.toString();
  }

  static JsonNode parse(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}

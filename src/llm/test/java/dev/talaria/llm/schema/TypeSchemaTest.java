package dev.talaria.llm.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.protocol.wire.WireJson;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Schemas name what Jackson 2 reads, whatever Jackson the generator is built on. */
class TypeSchemaTest {

  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Named(String firstName, List<Part> allParts) {}

  record Part(@JsonProperty("as-given") @JsonPropertyDescription("What it is") int size) {}

  @Test
  void the_names_are_those_that_an_answer_is_read_by() throws Exception {
    ObjectNode schema = TypeSchema.of(Named.class);
    List<String> names = new ArrayList<>();
    schema.path("properties").fieldNames().forEachRemaining(names::add);
    assertEquals(List.of("first_name", "all_parts"), names);
    ObjectNode part = (ObjectNode) schema.at("/properties/all_parts/items");
    assertEquals("integer", part.at("/properties/as-given/type").asText());
    assertEquals("What it is", part.at("/properties/as-given/description").asText());
    Named read =
        WireJson.mapper()
            .readValue("{\"first_name\":\"Ada\",\"all_parts\":[{\"as-given\":3}]}", Named.class);
    assertEquals(new Named("Ada", List.of(new Part(3))), read);
  }
}

package dev.talaria.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** What the model APIs take, as JSON Schemas with no more than a transcript needs. */
final class PublishedShapes {

  private static final Schema CHAT = load("chat-completions.schema.json");
  private static final Schema RESPONSES = load("responses-input.schema.json");

  private PublishedShapes() {}

  static void assertChatMessages(JsonNode messages) {
    assertEquals(List.of(), CHAT.validate(messages), () -> messages.toPrettyString());
  }

  static void assertResponsesItems(JsonNode items) {
    assertEquals(List.of(), RESPONSES.validate(items), () -> items.toPrettyString());
  }

  static boolean areChatMessages(JsonNode messages) {
    return CHAT.validate(messages).isEmpty();
  }

  static boolean areResponsesItems(JsonNode items) {
    return RESPONSES.validate(items).isEmpty();
  }

  private static Schema load(String name) {
    try (InputStream in = PublishedShapes.class.getResourceAsStream(name)) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

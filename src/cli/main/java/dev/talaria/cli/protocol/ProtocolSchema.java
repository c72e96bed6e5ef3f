package dev.talaria.cli.protocol;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.wire.WireJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The protocol of one Codex version, read from the schema files that it writes. Immutable.
 *
 * @param label what people call it: the version, or the folder's name
 * @param parts by kind and name what Codex is sent and sends
 */
record ProtocolSchema(String label, Map<Kind, Map<String, Part>> parts) {

  /** What the protocol is made of. */
  enum Kind {
    METHOD("method", "ClientRequest"),
    NOTIFICATION("notification", "ServerNotification"),
    SERVER_REQUEST("server request", "ServerRequest"),
    ITEM("item", "ServerNotification");

    private final String word;
    private final String file;

    Kind(String word, String file) {
      this.word = word;
      this.file = file;
    }

    /** The name for people, and in JSON. */
    @JsonValue
    String word() {
      return word;
    }
  }

  /**
   * One method, notification, request or item.
   *
   * @param params what it carries; for an item the item itself
   * @param result what is answered; without fields where the schema does not say
   */
  record Part(SchemaShape params, SchemaShape result) {}

  /**
   * Reads a folder that {@code codex app-server generate-json-schema} has written.
   *
   * @throws IllegalArgumentException if the folder has no such files
   */
  static ProtocolSchema read(String label, Path folder) throws IOException {
    Map<Kind, Map<String, Part>> parts = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      Path file = folder.resolve(kind.file + ".json");
      if (!Files.isRegularFile(file)) {
        throw new IllegalArgumentException(
            ("%s is not a schema folder: it does not have %s.json; make one with 'codex app-server"
                    + " generate-json-schema --experimental --out DIR'")
                .formatted(folder, kind.file));
      }
      JsonNode union = WireJson.mapper().readTree(file.toFile());
      parts.put(kind, kind == Kind.ITEM ? items(union) : messages(union, folder));
    }
    return new ProtocolSchema(label, parts);
  }

  private static Map<String, Part> items(JsonNode union) {
    JsonNode definitions = union.path("definitions");
    Map<String, Part> items = new TreeMap<>();
    for (JsonNode item : definitions.path("ThreadItem").path("oneOf")) {
      items.put(
          item.at("/properties/type/enum/0").asText(),
          new Part(new SchemaShape(item, definitions), SchemaShape.none()));
    }
    return items;
  }

  private static Map<String, Part> messages(JsonNode union, Path folder) throws IOException {
    Map<String, Part> messages = new TreeMap<>();
    for (JsonNode message : union.path("oneOf")) {
      JsonNode params = message.at("/properties/params");
      messages.put(
          message.at("/properties/method/enum/0").asText(),
          new Part(
              new SchemaShape(params, union.path("definitions")),
              result(params.path("$ref").asText(), folder)));
    }
    return messages;
  }

  /** Codex names the result of {@code XParams} {@code XResponse}, in a file of its own. */
  private static SchemaShape result(String params, Path folder) throws IOException {
    if (!params.endsWith("Params")) {
      return SchemaShape.none();
    }
    String name =
        params.substring(params.lastIndexOf('/') + 1).replaceAll("Params$", "Response.json");
    Path file =
        Stream.of(name, "v1/" + name, "v2/" + name)
            .map(folder::resolve)
            .filter(Files::isRegularFile)
            .findFirst()
            .orElse(null);
    if (file == null) {
      return SchemaShape.none();
    }
    JsonNode tree = WireJson.mapper().readTree(file.toFile());
    return new SchemaShape(tree, tree.path("definitions"));
  }
}

package dev.talaria.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.talaria.codex.CodexExecutable;
import dev.talaria.codex.CodexVersion;
import dev.talaria.codex.process.SchemaExport;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.protocol.wire.WireJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The schema that the Codex under test writes of its own protocol, and what a message breaks of it.
 *
 * <p>Of a union only the alternative with the message's method is looked at, so that a problem
 * names the field and not every method that it is not. For one thread.
 */
final class CodexSchema {

  /** The unions of messages, named as their files. */
  enum Union {
    CLIENT_REQUEST("ClientRequest"),
    CLIENT_NOTIFICATION("ClientNotification"),
    SERVER_REQUEST("ServerRequest"),
    SERVER_NOTIFICATION("ServerNotification");

    private final String file;

    Union(String file) {
      this.file = file;
    }
  }

  private static final String DRAFT = "http://json-schema.org/draft-07/schema#";

  private final Path folder;
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
  private final Map<String, Schema> schemas = new HashMap<>();
  private final Map<Union, JsonNode> unions = new HashMap<>();

  private CodexSchema(Path folder) {
    this.folder = folder;
  }

  /** Lets the Codex under test write its schema into an empty folder. */
  static CodexSchema ofCodexUnderTest(Path folder) throws IOException, InterruptedException {
    PinnedCodex codex = PinnedCodex.selected();
    SchemaExport.write(
        new CodexExecutable(codex.executable(), CodexVersion.parse(codex.version()).orElseThrow()),
        folder,
        Duration.ofSeconds(30));
    return new CodexSchema(folder);
  }

  /** What is wrong with a message; empty when nothing is. */
  List<String> problems(Union union, JsonNode message) throws IOException {
    String method = message.path("method").asText();
    Optional<JsonNode> alternative = alternative(union, method);
    if (alternative.isEmpty()) {
      return List.of(union.file + " has no method '" + method + "'");
    }
    String key = union + " " + method;
    Schema schema = schemas.get(key);
    if (schema == null) {
      ObjectNode alone = alternative.get().deepCopy();
      alone.put("$schema", DRAFT);
      alone.set("definitions", union(union).path("definitions"));
      schema = registry.getSchema(alone);
      schemas.put(key, schema);
    }
    return texts(method, schema, message);
  }

  /**
   * What is wrong with the result of a request.
   *
   * @param union where the request is
   * @param method the request's method
   */
  List<String> resultProblems(Union union, String method, JsonNode result) throws IOException {
    Optional<Path> file = resultSchema(union, method);
    return file.isEmpty() ? List.of() : fileProblems(file.get(), method, result);
  }

  /** The methods of a union. */
  Set<String> methods(Union union) throws IOException {
    Set<String> methods = new TreeSet<>();
    union(union)
        .path("oneOf")
        .findValues("method")
        .forEach(m -> methods.add(m.at("/enum/0").asText()));
    return methods;
  }

  /** Whether the schema says what the result of this request is. */
  boolean knowsResult(Union union, String method) throws IOException {
    return resultSchema(union, method).isPresent();
  }

  /** What is wrong with a reply that is an error. */
  List<String> errorProblems(JsonNode reply) throws IOException {
    return fileProblems(folder.resolve("JSONRPCError.json"), "error", reply);
  }

  private List<String> fileProblems(Path file, String what, JsonNode value) throws IOException {
    Schema schema = schemas.get(file.toString());
    if (schema == null) {
      schema = registry.getSchema(WireJson.mapper().readTree(file.toFile()));
      schemas.put(file.toString(), schema);
    }
    return texts(what, schema, value);
  }

  /** Codex names the result of {@code XParams} {@code XResponse}. */
  private Optional<Path> resultSchema(Union union, String method) throws IOException {
    String params =
        alternative(union, method)
            .map(found -> found.at("/properties/params/$ref").asText())
            .orElse("");
    String name = params.substring(params.lastIndexOf('/') + 1).replaceAll("Params$", "Response");
    return name.isEmpty()
        ? Optional.empty()
        : Stream.of(name + ".json", "v1/" + name + ".json", "v2/" + name + ".json")
            .map(folder::resolve)
            .filter(Files::exists)
            .findFirst();
  }

  private Optional<JsonNode> alternative(Union union, String method) throws IOException {
    for (JsonNode alternative : union(union).path("oneOf")) {
      if (alternative.at("/properties/method/enum/0").asText().equals(method)) {
        return Optional.of(alternative);
      }
    }
    return Optional.empty();
  }

  private JsonNode union(Union union) throws IOException {
    JsonNode tree = unions.get(union);
    if (tree == null) {
      tree = WireJson.mapper().readTree(folder.resolve(union.file + ".json").toFile());
      unions.put(union, tree);
    }
    return tree;
  }

  private static List<String> texts(String what, Schema schema, JsonNode value) {
    List<String> texts = new ArrayList<>();
    for (Error error : schema.validate(value)) {
      texts.add(what + " at '" + error.getInstanceLocation() + "': " + error.getMessage());
    }
    return texts;
  }
}

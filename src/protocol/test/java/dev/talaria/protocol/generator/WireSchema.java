package dev.talaria.protocol.generator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.ScratchCodexHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** The definitions, methods and notifications of the schema that a Codex exports. Immutable. */
final class WireSchema {

  /** A message of one of the four unions; without a definition it has no params. */
  record Message(String method, String params, String description, boolean experimental) {}

  private static final Set<String> ENVELOPES =
      Set.of("ClientRequest", "ClientNotification", "ServerRequest", "ServerNotification");

  /** With those that have no type of their own. */
  final Map<String, JsonNode> all = new TreeMap<>();

  final Map<String, JsonNode> definitions = new TreeMap<>();
  final List<Message> requests;
  final List<Message> notifications;
  final List<Message> serverRequests;
  private final Map<String, JsonNode> stable;
  private final JsonNode stableRoot;

  WireSchema(JsonNode full, JsonNode stableOnly) {
    collect(full.path("definitions"), definitions);
    all.putAll(definitions);
    stable = new TreeMap<>();
    stableRoot = stableOnly.path("definitions");
    collect(stableRoot, stable);
    requests = messages(full, "ClientRequest");
    notifications = messages(full, "ServerNotification");
    serverRequests = messages(full, "ServerRequest");
    definitions
        .keySet()
        .removeIf(name -> name.startsWith("JSONRPC") || ENVELOPES.contains(name) || isAlias(name));
  }

  /** Lets a Codex export its schema, with and without the experimental part. */
  static WireSchema of(PinnedCodex codex) throws IOException, InterruptedException {
    return new WireSchema(export(codex, true), export(codex, false));
  }

  private static JsonNode export(PinnedCodex codex, boolean experimental)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("schema");
    try (ScratchCodexHome home = ScratchCodexHome.builder("http://127.0.0.1:1").create()) {
      List<String> command =
          new ArrayList<>(
              List.of(
                  codex.executable().toString(),
                  "app-server",
                  "generate-json-schema",
                  "--out",
                  folder.toString()));
      if (experimental) {
        command.add("--experimental");
      }
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().putAll(home.isolatedEnvironment());
      builder.redirectOutput(folder.resolve("log").toFile());
      Process process = builder.start();
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException(
            "Codex exported no schema: " + Files.readString(folder.resolve("log")));
      }
      return new ObjectMapper()
          .readTree(folder.resolve("codex_app_server_protocol.schemas.json").toFile());
    } finally {
      try (var files = Files.walk(folder)) {
        files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  private static void collect(JsonNode from, Map<String, JsonNode> into) {
    from.path("v2").properties().forEach(e -> into.put(e.getKey(), e.getValue()));
    from.properties()
        .forEach(
            e -> {
              if (!e.getKey().equals("v2")) {
                into.putIfAbsent(e.getKey(), e.getValue());
              }
            });
  }

  private List<Message> messages(JsonNode full, String union) {
    Set<String> known = new TreeSet<>();
    stableRoot
        .path(union)
        .path("oneOf")
        .forEach(one -> known.add(one.at("/properties/method/enum/0").asText()));
    List<Message> messages = new ArrayList<>();
    for (JsonNode one : full.path("definitions").path(union).path("oneOf")) {
      String method = one.at("/properties/method/enum/0").asText();
      JsonNode params = one.at("/properties/params");
      String type = params.has("$ref") ? refName(params) : null;
      if (type != null && type.startsWith("Nullable")) {
        type = type.substring("Nullable".length());
      }
      if (type == null && params.has("anyOf")) {
        type = refName(params.path("anyOf").get(0));
      }
      messages.add(
          new Message(method, type, one.path("description").asText(""), !known.contains(method)));
    }
    messages.sort((a, b) -> a.method().compareTo(b.method()));
    return messages;
  }

  static String refName(JsonNode schema) {
    String ref = schema.path("$ref").asText();
    return ref.substring(ref.lastIndexOf('/') + 1);
  }

  /**
   * Whether a definition is another name of a string, or of another definition that may be null.
   */
  private boolean isAlias(String name) {
    JsonNode one = definitions.get(name);
    return one.path("type").asText().equals("string") && !one.has("enum")
        || name.startsWith("Nullable");
  }

  boolean isExperimental(String definition) {
    return !stable.containsKey(definition);
  }

  /** Whether only the experimental schema has this property of an otherwise stable definition. */
  boolean isExperimental(String definition, String property) {
    JsonNode one = stable.get(definition);
    return one != null && one.has("properties") && !one.path("properties").has(property);
  }

  /** Whether it is a string in any case. */
  boolean isText(String name) {
    return !definitions.containsKey(name);
  }

  /** Every definition that the given ones lead to, themselves included. */
  Set<String> reachedFrom(Set<String> start) {
    Set<String> reached = new TreeSet<>();
    Deque<String> todo = new ArrayDeque<>(start);
    while (!todo.isEmpty()) {
      String name = todo.pop();
      if (definitions.containsKey(name) && reached.add(name)) {
        definitions
            .get(name)
            .findValuesAsText("$ref")
            .forEach(ref -> todo.add(ref.substring(ref.lastIndexOf('/') + 1)));
      }
    }
    return reached;
  }
}

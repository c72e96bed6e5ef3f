package dev.talaria.viewer.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.protocol.wire.WireJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who decided an approval and why, from the audit that a host has kept. Belongs to one thread.
 *
 * <p>Lines of one item are used in their order; a line that cannot be read explains nothing.
 */
public final class Decisions {

  private final Map<String, List<JsonNode>> lines = new HashMap<>();

  /** Without an audit: nothing is explained. */
  public static Decisions none() {
    return new Decisions();
  }

  /** Reads the lines that {@code AuditFile} writes. */
  public static Decisions read(Path audit) throws IOException {
    Decisions decisions = new Decisions();
    try (BufferedReader in = Files.newBufferedReader(audit)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        decisions.add(line);
      }
    }
    return decisions;
  }

  private void add(String text) {
    JsonNode line;
    try {
      line = WireJson.mapper().readTree(text);
    } catch (JsonProcessingException e) {
      return; // the last line of a host that was killed
    }
    String turn = key(line.path("thread"), line.path("turn"));
    lines.computeIfAbsent(turn, none -> new ArrayList<>()).add(line);
  }

  private static String key(JsonNode thread, JsonNode turn) {
    return thread.asText("") + '\n' + turn.asText("");
  }

  /** Somebody has decided; to be said before the answer is. */
  public void decided(String thread, String turn, String item, String who) {
    ObjectNode line = WireJson.mapper().createObjectNode().put("item", item).put("who", who);
    line.putObject("asked").put("server", "");
    lines
        .computeIfAbsent(key(line.textNode(thread), line.textNode(turn)), none -> new ArrayList<>())
        .add(line);
  }

  void explain(ObjectNode body, JsonNode params) {
    List<JsonNode> known =
        lines.getOrDefault(key(params.path("threadId"), params.path("turnId")), List.of());
    String item = body.path("item").asText();
    for (int i = 0; i < known.size(); i++) {
      // What asks for a call of an MCP tool does not name its item; the host has found it out.
      boolean unnamed = item.isEmpty() && known.get(i).path("asked").has("server");
      if (unnamed || known.get(i).path("item").asText().equals(item)) {
        explainBy(body, known.remove(i));
        return;
      }
    }
  }

  private static void explainBy(ObjectNode body, JsonNode line) {
    if (line.has("who")) {
      body.put("by", line.path("who").asText());
      return;
    }
    body.put("by", "the " + line.path("decider").asText() + " of the host");
    body.put("why", line.path("by").asText());
    if (line.has("note")) {
      body.put("note", line.path("note").asText());
    }
  }
}

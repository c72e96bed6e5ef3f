package dev.talaria.bench.lab;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the scripted model of a benchmark says, as JSON. Stateless. */
public final class BenchScript {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private BenchScript() {}

  /** The same message to each request. */
  public static String always(String text) {
    ArrayNode steps = JSON.arrayNode();
    reply(steps).put("text", text);
    ((ObjectNode) steps.get(0)).put("repeat", true);
    return script(steps);
  }

  /** In each turn some commands, one after the other, that Codex asks about, and then a message. */
  public static String approvals(int turns, int commands, String text) {
    ArrayNode steps = JSON.arrayNode();
    for (int turn = 0; turn < turns; turn++) {
      for (int command = 0; command < commands; command++) {
        reply(steps)
            .put("call", "exec_command")
            .putObject("arguments")
            .put("cmd", "true")
            .put("login", false)
            .put("sandbox_permissions", "require_escalated")
            .put("justification", "the benchmark");
      }
      reply(steps).put("text", text);
    }
    return script(steps);
  }

  private static ObjectNode reply(ArrayNode steps) {
    return steps.addObject().putArray("reply").addObject();
  }

  private static String script(ArrayNode steps) {
    return JSON.objectNode().set("steps", steps).toString();
  }
}

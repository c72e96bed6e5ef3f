package dev.talaria.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.protocol.Item;
import dev.talaria.protocol.PatchChange;
import java.util.Map;
import java.util.Set;

/**
 * What a tool-shaped item says in a transcript: the name of a tool, its arguments and its result.
 *
 * <p>Immutable.
 *
 * @param kind what stands for the tool in the id of the call
 * @param name the tool's name
 * @param arguments a JSON object as text
 * @param result what the tool answered
 */
record ToolRow(String kind, String name, String arguments, String result) {

  private static final int MAX_RESULT = 4000;
  private static final int MAX_ERROR = 1000;
  private static final Set<String> HEAD_OF_SEARCH = Set.of("type", "id", "query");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /**
   * The row of a command.
   *
   * @param maxOutput how many code points of its output are kept
   */
  static ToolRow of(Item.CommandExecution item, int maxOutput) {
    ObjectNode arguments = NODES.objectNode();
    arguments.set("command", orEmptyText(item.raw().get("command")));
    arguments.set("cwd", orEmptyText(item.raw().get("cwd")));
    JsonNode exitCode = orNull(item.raw().get("exitCode"));
    String output = isFalsy(item.raw().get("aggregatedOutput")) ? "" : output(item);
    output = Excerpt.of(output, maxOutput);
    String result = isFalsy(exitCode) ? output : "[exit " + text(exitCode) + "]\n" + output;
    return new ToolRow("exec", "exec_command", JsonText.sorted(arguments), result);
  }

  private static String output(Item.CommandExecution item) {
    return text(orNull(item.raw().get("aggregatedOutput")));
  }

  static ToolRow of(Item.FileChange item) {
    ObjectNode arguments = NODES.objectNode();
    ArrayNode changes = arguments.putArray("changes");
    for (PatchChange change : item.changes()) {
      ObjectNode entry = changes.addObject().put("kind", change.kind());
      entry.set("path", orEmptyText(change.raw().get("path")));
    }
    String status = item.status().isEmpty() ? "unknown" : item.status();
    String result = "apply_patch status=" + status + ", " + changes.size() + " change(s)";
    return new ToolRow("apply_patch", "apply_patch", JsonText.sorted(arguments), result);
  }

  static ToolRow of(Item.McpToolCall item) {
    String server = item.server().isEmpty() ? "mcp" : item.server();
    String tool = item.tool().isEmpty() ? "unknown" : item.tool();
    JsonNode error = item.error().orElse(NullNode.getInstance());
    String result =
        isFalsy(error)
            ? item.result().map(value -> JsonText.cut(value, MAX_RESULT)).orElse("")
            : "[error] " + JsonText.cut(error, MAX_ERROR);
    return new ToolRow(
        "mcp_" + server + "_" + tool,
        "mcp." + server + "." + tool,
        arguments(item.arguments()),
        result);
  }

  static ToolRow of(Item.DynamicToolCall item) {
    String tool = item.tool().isEmpty() ? "unknown" : item.tool();
    JsonNode success = orNull(item.raw().get("success"));
    String result =
        isFalsy(item.contentItems())
            ? "success=" + JsonText.cut(success, MAX_RESULT)
            : JsonText.cut(item.contentItems(), MAX_RESULT);
    return new ToolRow("dyn_" + tool, tool, arguments(item.arguments()), result);
  }

  /** The result is all that the item carries beyond its query: the action, and what was found. */
  static ToolRow of(Item.WebSearch item) {
    ObjectNode arguments = NODES.objectNode();
    arguments.set("query", orEmptyText(item.raw().get("query")));
    ObjectNode carried = NODES.objectNode();
    for (Map.Entry<String, JsonNode> member : item.raw().properties()) {
      if (!HEAD_OF_SEARCH.contains(member.getKey()) && !isFalsy(member.getValue())) {
        carried.set(member.getKey(), member.getValue());
      }
    }
    String result = carried.isEmpty() ? "" : JsonText.cut(carried, MAX_RESULT);
    return new ToolRow("web_search", "web_search", JsonText.sorted(arguments), result);
  }

  /**
   * The model sees an object; anything else is wrapped in one, and nothing becomes an empty one.
   */
  private static String arguments(JsonNode arguments) {
    if (arguments.isObject()) {
      return JsonText.sorted(arguments);
    }
    ObjectNode wrapped = NODES.objectNode();
    if (!isFalsy(arguments)) {
      wrapped.set("arguments", arguments);
    }
    return JsonText.sorted(wrapped);
  }

  private static String text(JsonNode value) {
    return value.isTextual() ? value.textValue() : JsonText.of(value);
  }

  private static JsonNode orNull(JsonNode value) {
    return value == null ? NullNode.getInstance() : value;
  }

  private static JsonNode orEmptyText(JsonNode value) {
    return isFalsy(value) ? NODES.textNode("") : value;
  }

  /** Whether Python's {@code value or default} would take the default; null counts as absent. */
  static boolean isFalsy(JsonNode value) {
    if (value == null || value.isNull() || value.isMissingNode()) {
      return true;
    }
    if (value.isContainerNode()) {
      return value.isEmpty();
    }
    if (value.isNumber()) {
      return value.doubleValue() == 0;
    }
    return value.isBoolean() ? !value.booleanValue() : value.asText().isEmpty();
  }
}

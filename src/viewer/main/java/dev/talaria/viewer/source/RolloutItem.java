package dev.talaria.viewer.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.protocol.wire.WireJson;
import java.net.URI;
import java.nio.file.Path;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Items of a rollout in the shape that the app-server gives them. Pure functions. */
final class RolloutItem {

  private static final Pattern UNQUOTED = Pattern.compile("[\\w./:=@%+,-]+");
  private static final Pattern EXIT =
      Pattern.compile("(?:exited with code|Exit code:) (-?\\d{1,9})");
  private static final String OUTPUT = "Output:\n";

  private RolloutItem() {}

  /** A whole item, as {@code item_completed} has it. */
  static ObjectNode wire(JsonNode item) {
    ObjectNode wire = camel(item);
    String name = item.path("type").asText();
    String type = name.isEmpty() ? "" : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    wire.put("type", type);
    switch (type) {
      case "agentMessage" -> {
        StringJoiner text = new StringJoiner("");
        item.path("content").forEach(part -> text.add(part.path("text").asText()));
        wire.put("text", text.toString());
      }
      case "reasoning" -> {
        wire.set("summary", item.path("summary_text"));
        wire.set("content", item.path("raw_content"));
      }
      case "commandExecution" -> {
        wire.put("command", command(item.path("command")));
        wire.put("cwd", path(item.path("cwd").asText()));
      }
      case "fileChange" -> wire.set("changes", changes(item.path("changes")));
      case "collabAgentToolCall" -> wire.put("tool", camel(item.path("tool").asText()));
      default -> {
        // Only the names of its fields differ.
      }
    }
    return wire;
  }

  /** A call and its output, of versions that keep no whole items. */
  static ObjectNode ofCall(JsonNode call, JsonNode answer) {
    String tool = call.path("name").asText();
    String output =
        answer.isTextual() ? answer.textValue() : answer.path("content").asText(answer.toString());
    JsonNode arguments = arguments(call);
    ObjectNode item = WireJson.mapper().createObjectNode();
    item.set("id", call.path("call_id"));
    item.set("startedAtMs", call.path("startedAtMs"));
    JsonNode command =
        arguments.path("cmd").isMissingNode() ? arguments.path("command") : arguments.path("cmd");
    if (!command.isMissingNode()) {
      item.put("type", "commandExecution").put("command", command(command));
      item.put("cwd", arguments.path("workdir").asText("")).put("status", "completed");
      int at = output.indexOf(OUTPUT);
      item.put("aggregatedOutput", at < 0 ? output : output.substring(at + OUTPUT.length()));
      Matcher exit = EXIT.matcher(output);
      if (exit.find()) {
        item.put("exitCode", Integer.parseInt(exit.group(1)));
      }
      return item;
    }
    item.put("type", "mcpToolCall").put("tool", tool).put("status", "completed");
    item.set("arguments", arguments);
    ObjectNode part = item.putObject("result").putArray("content").addObject();
    part.put("type", "text").put("text", output);
    return item;
  }

  private static JsonNode arguments(JsonNode call) {
    String text = call.path("arguments").asText(call.path("input").asText());
    try {
      JsonNode json = WireJson.mapper().readTree(text);
      return json.isObject() ? json : text(text);
    } catch (JsonProcessingException e) {
      return text(text); // a tool that takes a plain text, such as a patch
    }
  }

  private static JsonNode text(String text) {
    return WireJson.mapper().getNodeFactory().textNode(text);
  }

  private static String command(JsonNode words) {
    if (!words.isArray()) {
      return words.asText();
    }
    StringJoiner line = new StringJoiner(" ");
    for (JsonNode word : words) {
      String text = word.asText();
      boolean plain = UNQUOTED.matcher(text).matches();
      line.add(plain ? text : "'" + text.replace("'", "'\\''") + "'");
    }
    return line.toString();
  }

  private static String path(String uri) {
    try {
      return uri.startsWith("file:") ? Path.of(URI.create(uri)).toString() : uri;
    } catch (IllegalArgumentException e) {
      return uri; // not of this machine
    }
  }

  private static ArrayNode changes(JsonNode byPath) {
    ArrayNode changes = WireJson.mapper().createArrayNode();
    byPath
        .properties()
        .forEach(
            entry -> {
              JsonNode change = entry.getValue();
              ObjectNode one = changes.addObject().put("path", entry.getKey());
              ObjectNode kind = one.putObject("kind");
              kind.set("type", change.path("type"));
              kind.set("move_path", change.path("move_path"));
              one.put("diff", change.path("unified_diff").asText(change.path("content").asText()));
            });
    return changes;
  }

  /** The same fields, named as the app-server names them. */
  static ObjectNode camel(JsonNode json) {
    ObjectNode camel = WireJson.mapper().createObjectNode();
    json.properties().forEach(entry -> camel.set(camel(entry.getKey()), entry.getValue()));
    return camel;
  }

  private static String camel(String name) {
    StringBuilder camel = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean joins = c == '_' && i + 1 < name.length();
      camel.append(joins ? Character.toUpperCase(name.charAt(++i)) : c);
    }
    return camel.toString();
  }
}

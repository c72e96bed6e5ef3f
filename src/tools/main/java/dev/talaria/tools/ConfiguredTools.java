package dev.talaria.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.tools.internal.ServerName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tools of a host's configuration: the list {@code tools} of its YAML file, each of which runs
 * a program.
 *
 * <p>Stateless. Messages name keys and never values, which may be secrets.
 */
public final class ConfiguredTools {

  private static final Set<String> KEYS =
      Set.of("name", "description", "parameters", "command", "args", "env", "cwd", "timeout");

  private ConfiguredTools() {}

  /**
   * The key {@code tools} of a host's configuration; without it there are none.
   *
   * @param document the configuration as maps and lists, such as a YAML parser makes them
   * @param file where it comes from: errors name it, and a relative path in it begins at its folder
   * @return the tools in the order of the list, all of them with {@link ToolScope#ANYWHERE}
   * @throws IllegalArgumentException that says what is wrong, if it cannot be used
   */
  public static ToolRegistry of(Map<?, ?> document, Path file) {
    Path folder = file.toAbsolutePath().getParent();
    JsonNode list = WireJson.mapper().valueToTree(document).path("tools");
    if (list.isMissingNode() || list.isNull()) {
      return ToolRegistry.of();
    }
    if (!list.isArray()) {
      throw new IllegalArgumentException(file + ": tools must be a list");
    }
    List<HostTool> tools = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      try {
        tools.add(tool(list.get(i), folder));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(file + ": tools[" + i + "]: " + e.getMessage(), e);
      }
    }
    return ToolRegistry.of(tools);
  }

  private static HostTool tool(JsonNode entry, Path folder) {
    if (!(entry instanceof ObjectNode)) {
      throw new IllegalArgumentException("a tool has keys: name, description, command …");
    }
    for (Map.Entry<String, JsonNode> key : entry.properties()) {
      if (!KEYS.contains(key.getKey())) {
        throw new IllegalArgumentException("'" + key.getKey() + "' is not a key of a tool");
      }
    }
    HostTool.Builder tool =
        HostTool.builder(text(entry, "name"))
            .description(text(entry, "description"))
            .reach(ToolScope.ANYWHERE);
    if (entry.has("parameters")) {
      tool.parameters(entry.get("parameters"));
    }
    if (entry.has("timeout")) {
      tool.timeLimit(seconds(entry.get("timeout")));
    }
    List<String> command = new ArrayList<>();
    command.add(text(entry, "command"));
    for (JsonNode argument : entry.path("args")) {
      if (!argument.isValueNode()) {
        throw new IllegalArgumentException("args holds texts");
      }
      command.add(argument.asText());
    }
    Map<String, String> environment = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> variable : entry.path("env").properties()) {
      environment.put(ServerName.variable(variable.getKey()), variable.getValue().asText());
    }
    Path cwd = entry.has("cwd") ? folder.resolve(text(entry, "cwd")) : folder;
    return tool.handler(new CommandTool(command, environment, cwd)).build();
  }

  private static Duration seconds(JsonNode value) {
    if (!value.isNumber()) {
      throw new IllegalArgumentException("timeout must be a number of seconds");
    }
    return Duration.ofMillis(Math.round(value.asDouble() * 1000));
  }

  private static String text(JsonNode entry, String key) {
    JsonNode value = entry.path(key);
    if (!value.isTextual() || value.asText().isBlank()) {
      throw new IllegalArgumentException(key + " must be a text");
    }
    return value.asText();
  }
}

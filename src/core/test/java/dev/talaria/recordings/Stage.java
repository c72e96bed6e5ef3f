package dev.talaria.recordings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.talaria.appserver.AppServer;
import dev.talaria.codex.CodexVersion;
import dev.talaria.fixtures.model.ScriptedModel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a scenario plays on: a running Codex with its scripted model, and an empty workspace.
 *
 * @param relaunch ends this Codex by force and starts another one, with the same recording
 */
record Stage(AppServer server, ScriptedModel model, Path workspace, Supplier<Stage> relaunch) {

  static final String COMMAND = "item/commandExecution/requestApproval";
  static final String PATCH = "item/fileChange/requestApproval";
  static final String PERMISSIONS = "item/permissions/requestApproval";
  static final String ELICITATION = "mcpServer/elicitation/request";

  CodexVersion version() {
    return server.version();
  }

  /** The namespace of the test MCP server's tools: older versions end it with underscores. */
  static String mcpNamespace(CodexVersion version) {
    return version.isAtLeast(new CodexVersion(0, 169, 0)) ? "mcp__srv" : "mcp__srv__";
  }

  Map<String, Object> readOnly() {
    Map<String, Object> params = new HashMap<>();
    params.put("cwd", workspace.toString());
    params.put("sandbox", "read-only");
    params.put("approvalPolicy", "on-request");
    return params;
  }

  RawThread thread() {
    return thread(Map.of());
  }

  RawThread thread(Map<String, Function<JsonNode, Object>> answers) {
    return new RawThread(server, answers).start(readOnly());
  }

  static Function<JsonNode, Object> decision(String decision) {
    return params -> Map.of("decision", decision);
  }

  static Function<JsonNode, Object> action(String action, Map<String, ?> content) {
    return params -> {
      var answer = JsonNodeFactory.instance.objectNode().put("action", action);
      if (content.isEmpty()) {
        answer.putNull("content");
      } else {
        var form = answer.putObject("content");
        content.forEach((name, value) -> form.putPOJO(name, value));
      }
      answer.putNull("_meta");
      return answer;
    };
  }
}

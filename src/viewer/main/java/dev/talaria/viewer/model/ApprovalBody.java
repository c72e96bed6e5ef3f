package dev.talaria.viewer.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a page shows of an approval: what was asked, who decided what, and why. Pure functions. */
final class ApprovalBody {

  /** What of a request's params is shown as it is. */
  private static final List<String> SHOWN =
      List.of(
          "reason",
          "command",
          "cwd",
          "grantRoot",
          "permissions",
          "networkApprovalContext",
          "serverName",
          "message",
          "url",
          "requestedSchema",
          "fileChanges");

  private static final Set<String> KINDS =
      Set.of(
          "item/commandExecution/requestApproval",
          "item/fileChange/requestApproval",
          "item/permissions/requestApproval",
          "item/tool/requestUserInput",
          "mcpServer/elicitation/request",
          "execCommandApproval",
          "applyPatchApproval");

  private ApprovalBody() {}

  /** Whether a request of Codex asks a person, and not the client alone. */
  static boolean asksPeople(String method) {
    return KINDS.contains(method);
  }

  static ObjectNode asked(String method, JsonNode params) {
    ObjectNode body = ItemBody.object().put("asks", what(method));
    body.put("item", params.path("itemId").asText(params.path("callId").asText()));
    for (String name : SHOWN) {
      JsonNode value = params.path(name);
      if (!value.isMissingNode() && !value.isNull()) {
        body.set(name, value);
      }
    }
    JsonNode meta = params.path("_meta");
    if (meta.path("codex_approval_kind").asText().equals("mcp_tool_call")) {
      body.put("asks", "tool").set("args", meta.path("tool_params"));
      body.remove("requestedSchema");
    }
    for (JsonNode question : params.path("questions")) {
      body.withArray("questions").add(question.path("question").asText());
    }
    for (JsonNode option : params.path("availableDecisions")) {
      body.withArray("options").add(word(option));
    }
    return body;
  }

  private static String what(String method) {
    return switch (method) {
      case "item/commandExecution/requestApproval", "execCommandApproval" -> "command";
      case "item/fileChange/requestApproval", "applyPatchApproval" -> "patch";
      case "item/permissions/requestApproval" -> "permissions";
      case "item/tool/requestUserInput" -> "question";
      default -> "form";
    };
  }

  /** The client's reply, be it a person's, a rule's or a program's. */
  static void answered(ObjectNode body, JsonNode params, JsonNode message) {
    JsonNode result = message.path("result");
    body.put("by", "the client");
    if (message.has("error")) {
      body.put("decision", "refused").put("why", message.path("error").path("message").asText());
    } else if (result.has("decision")) {
      body.put("decision", word(result.path("decision")));
    } else if (result.has("action")) {
      body.put("decision", result.path("action").asText());
    } else if (result.has("permissions")) {
      boolean none = result.path("permissions").isEmpty();
      body.put("decision", none ? "declined" : "granted for the " + scope(result));
    } else {
      body.put("decision", "answered");
      answers(body, params, result.path("answers"));
    }
  }

  private static String scope(JsonNode result) {
    return result.path("scope").asText("turn");
  }

  private static void answers(ObjectNode body, JsonNode params, JsonNode answers) {
    for (JsonNode question : params.path("questions")) {
      List<String> given = new ArrayList<>();
      JsonNode answer = answers.path(question.path("id").asText());
      answer.path("answers").forEach(one -> given.add(one.asText()));
      boolean secret = question.path("isSecret").asBoolean();
      body.withArray("answers").add(secret ? "(secret)" : String.join(", ", given));
    }
  }

  /** Codex let it go before there was an answer. */
  static void withdrawn(ObjectNode body) {
    body.put("decision", "withdrawn").put("by", "Codex");
  }

  /** Codex's own reviewer has decided. */
  static ObjectNode reviewed(JsonNode params) {
    JsonNode review = params.path("review");
    ObjectNode body = ItemBody.object().put("asks", "review");
    body.put("item", params.path("targetItemId").asText());
    body.put("command", params.path("action").path("command").asText());
    body.put("decision", review.path("status").asText()).put("by", "Codex's reviewer");
    body.put("risk", review.path("riskLevel").asText());
    return body.put("why", review.path("rationale").asText());
  }

  /** The word of a decision that is one, or that is an object with one key. */
  private static String word(JsonNode decision) {
    return decision.isObject() && !decision.isEmpty()
        ? decision.fieldNames().next()
        : decision.asText();
  }
}

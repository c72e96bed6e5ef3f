package dev.talaria.approval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.base.Redaction;
import dev.talaria.protocol.PatchChange;
import java.util.Locale;
import java.util.Map;

/**
 * An outcome as one JSON object. Pure functions.
 *
 * <p>What was asked is complete but for secrets, which are masked, and the diffs of a patch. What a
 * person filled into a form or answered to a question is never in it.
 */
final class AuditLine {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private AuditLine() {}

  static ObjectNode of(ApprovalOutcome outcome) {
    RequestOrigin origin = outcome.request().origin();
    ObjectNode line = JSON.objectNode().put("time", outcome.askedAt().toString());
    line.put("thread", origin.threadId());
    if (origin.ofSubAgent()) {
      line.put("parentThread", origin.parentThreadId());
    }
    line.put("turn", origin.turnId()).put("item", origin.itemId());
    line.put("kind", outcome.request().kind().word());
    line.set("asked", masked("", asked(outcome.request())));
    line.put("decider", word(outcome.decider()));
    line.put("by", Redaction.redact(outcome.by()));
    outcome.decision().ifPresent(decision -> line.put("decision", word(decision.kind())));
    outcome.applied().ifPresent(applied -> line.put("applied", word(applied)));
    if (!outcome.note().isEmpty()) {
      line.put("note", outcome.note());
    }
    return line.put("tookMs", outcome.took().toMillis());
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static ObjectNode asked(ApprovalRequest request) {
    ObjectNode asked = JSON.objectNode();
    if (request instanceof ApprovalRequest.Command command) {
      asked.put("what", word(command.what()));
      asked.put("command", command.command()).put("cwd", command.cwd());
      command.network().ifPresent(target -> asked.put("host", target.host()));
      if (command.additionalPermissions().isObject()) {
        asked.set("additionalPermissions", command.additionalPermissions());
      }
    } else if (request instanceof ApprovalRequest.FileChange change) {
      files(change, asked.putArray("files"));
      if (!change.grantRoot().isEmpty()) {
        asked.put("grantRoot", change.grantRoot());
      }
    } else if (request instanceof ApprovalRequest.Permissions permissions) {
      asked.put("cwd", permissions.cwd());
      asked.set("permissions", permissions.permissions());
    } else if (request instanceof ApprovalRequest.McpTool tool) {
      asked.put("server", tool.server()).put("tool", tool.tool());
      asked.set("arguments", tool.arguments());
    } else if (request instanceof ApprovalRequest.Elicitation elicitation) {
      asked.put("server", elicitation.server()).put("mode", elicitation.mode());
      if (!elicitation.url().isEmpty()) {
        asked.put("url", elicitation.url());
      }
    } else if (request instanceof ApprovalRequest.UserInput input) {
      ArrayNode questions = asked.putArray("questions");
      input.questions().forEach(question -> questions.add(question.text()));
    }
    if (!request.reason().isEmpty()) {
      asked.put("reason", request.reason());
    }
    return asked;
  }

  private static void files(ApprovalRequest.FileChange change, ArrayNode files) {
    for (PatchChange file : change.changes()) {
      ObjectNode entry = files.addObject().put("kind", file.kind()).put("path", file.path());
      file.movePath().ifPresent(path -> entry.put("movedTo", path));
    }
  }

  /** A copy with secrets masked; the name of a member may be what makes its text one. */
  private static JsonNode masked(String name, JsonNode node) {
    if (node.isObject()) {
      ObjectNode copy = JSON.objectNode();
      for (Map.Entry<String, JsonNode> member : node.properties()) {
        copy.set(member.getKey(), masked(member.getKey(), member.getValue()));
      }
      return copy;
    } else if (node.isArray()) {
      ArrayNode copy = JSON.arrayNode();
      node.forEach(element -> copy.add(masked(name, element)));
      return copy;
    } else if (node.isTextual()) {
      String before = name + ": ";
      String both = Redaction.redact(before + node.textValue());
      return JSON.textNode(
          both.startsWith(before) ? both.substring(before.length()) : Redaction.MASK);
    }
    return node.isMissingNode() ? JSON.nullNode() : node;
  }
}

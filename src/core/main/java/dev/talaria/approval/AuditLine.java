package dev.talaria.approval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.base.Redaction;
import dev.talaria.protocol.PatchChange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/**
 * An outcome as one JSON object. Pure functions.
 *
 * <p>What was asked is complete but for the values of secrets, which are masked, and the diffs of a
 * patch. {@code sha256} and {@code length} are of the text as Codex sent it: the digest of its
 * UTF-8 form in hexadecimal digits, and the number of its Unicode characters. What a person filled
 * into a form or answered to a question is never in it.
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
      if (!origin.agent().isEmpty()) {
        line.put("agent", Redaction.redact(origin.agent()));
      }
    }
    line.put("turn", origin.turnId()).put("item", origin.itemId());
    line.put("kind", outcome.request().kind().key());
    line.set("asked", asked(outcome.request()));
    line.put("decider", lowerCase(outcome.decider()));
    line.put("by", Redaction.redact(outcome.by()));
    outcome.decision().ifPresent(decision -> line.put("decision", lowerCase(decision.kind())));
    outcome.applied().ifPresent(applied -> line.put("applied", lowerCase(applied)));
    if (!outcome.note().isEmpty()) {
      line.put("note", outcome.note());
    }
    return line.put("tookMs", outcome.took().toMillis());
  }

  private static String lowerCase(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static ObjectNode asked(ApprovalRequest request) {
    ObjectNode asked = masked(readable(request));
    if (request instanceof ApprovalRequest.Command command) {
      asked.put("command", SafeText.maskedCommand(command.command()));
      measure(asked, command.command());
    } else if (request instanceof ApprovalRequest.FileChange change) {
      for (int i = 0; i < change.changes().size(); i++) {
        measure((ObjectNode) asked.path("files").path(i), change.changes().get(i).diff());
      }
    } else if (request instanceof ApprovalRequest.McpTool tool) {
      measure(asked, tool.arguments().toString());
    } else if (request instanceof ApprovalRequest.Elicitation elicitation) {
      measure(asked, elicitation.url());
    }
    return asked;
  }

  /** What cannot be changed afterwards, not even by what is masked. */
  private static void measure(ObjectNode node, String text) {
    if (!text.isEmpty()) {
      node.put("sha256", sha256(text)).put("length", text.codePointCount(0, text.length()));
    }
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static ObjectNode readable(ApprovalRequest request) {
    ObjectNode asked = JSON.objectNode();
    if (request instanceof ApprovalRequest.Command command) {
      asked.put("what", lowerCase(command.what()));
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

  private static ObjectNode masked(ObjectNode node) {
    ObjectNode copy = JSON.objectNode();
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      copy.set(member.getKey(), masked(member.getKey(), member.getValue()));
    }
    return copy;
  }

  /** A copy with secrets masked; the name of a member may be what makes its text one. */
  private static JsonNode masked(String name, JsonNode node) {
    if (node instanceof ObjectNode object) {
      return masked(object);
    } else if (node.isArray()) {
      ArrayNode copy = JSON.arrayNode();
      node.forEach(element -> copy.add(masked(name, element)));
      return copy;
    } else if (node.isTextual()) {
      String before = name + ": ";
      String both = SafeText.masked(before + node.textValue());
      return JSON.textNode(both.startsWith(before) ? both.substring(before.length()) : both);
    }
    return node.isMissingNode() ? JSON.nullNode() : node;
  }
}

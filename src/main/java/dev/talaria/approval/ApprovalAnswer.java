package dev.talaria.approval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.approval.ApprovalDecision.Kind;

/**
 * Writes a decision as the result that Codex expects for that question.
 *
 * <p>Pure functions. What a question cannot express becomes the next safer thing it can: "always"
 * without anything to remember becomes "for the session", "cancel" of a permission becomes a
 * refusal, an allowed form without its content becomes "decline".
 */
public final class ApprovalAnswer {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ApprovalAnswer() {}

  /** The {@code result} member of the reply to {@code request}. */
  public static ObjectNode of(ApprovalRequest request, ApprovalDecision decision) {
    if (request instanceof ApprovalRequest.Command command) {
      return command(command, decision.kind());
    } else if (request instanceof ApprovalRequest.FileChange) {
      return JSON.objectNode().put("decision", plain(decision.kind()));
    } else if (request instanceof ApprovalRequest.Permissions permissions) {
      return permissions(permissions, decision.kind());
    } else if (request instanceof ApprovalRequest.McpTool tool) {
      return mcpTool(tool, decision.kind());
    } else if (request instanceof ApprovalRequest.Elicitation elicitation) {
      return elicitation(elicitation, decision);
    }
    throw new IllegalArgumentException("no answer is known for " + request.getClass());
  }

  private static String plain(Kind kind) {
    return switch (kind) {
      case ALLOW -> "accept";
      case ALLOW_FOR_SESSION, ALLOW_ALWAYS -> "acceptForSession";
      case DECLINE -> "decline";
      case CANCEL -> "cancel";
    };
  }

  private static ObjectNode command(ApprovalRequest.Command request, Kind kind) {
    ObjectNode answer = JSON.objectNode();
    if (kind == Kind.ALLOW_ALWAYS && !request.proposedPrefix().isEmpty()) {
      var prefix =
          answer
              .putObject("decision")
              .putObject("acceptWithExecpolicyAmendment")
              .putArray("execpolicy_amendment");
      request.proposedPrefix().forEach(prefix::add);
      return answer;
    }
    return answer.put("decision", plain(kind));
  }

  /** A refusal is the empty grant: this answer has no {@code decision}. */
  private static ObjectNode permissions(ApprovalRequest.Permissions request, Kind kind) {
    ObjectNode answer = JSON.objectNode();
    boolean allowed =
        kind == Kind.ALLOW || kind == Kind.ALLOW_FOR_SESSION || kind == Kind.ALLOW_ALWAYS;
    if (allowed && request.permissions().isObject()) {
      answer.set("permissions", request.permissions());
    } else {
      answer.putObject("permissions");
    }
    return answer.put("scope", allowed && kind != Kind.ALLOW ? "session" : "turn");
  }

  private static ObjectNode mcpTool(ApprovalRequest.McpTool request, Kind kind) {
    JsonNode offered = request.raw().path("_meta").path("persist");
    String persist =
        switch (kind) {
          case ALLOW_FOR_SESSION -> offers(offered, "session") ? "session" : "";
          case ALLOW_ALWAYS ->
              offers(offered, "always") ? "always" : offers(offered, "session") ? "session" : "";
          default -> "";
        };
    ObjectNode answer = elicitationAnswer(action(kind), JSON.nullNode());
    if (!persist.isEmpty()) {
      answer.putObject("_meta").put("persist", persist);
    }
    return answer;
  }

  private static boolean offers(JsonNode offered, String value) {
    if (offered.isTextual()) {
      return offered.textValue().equals(value);
    }
    for (JsonNode element : offered) {
      if (value.equals(element.textValue())) {
        return true;
      }
    }
    return false;
  }

  private static ObjectNode elicitation(
      ApprovalRequest.Elicitation request, ApprovalDecision decision) {
    if (!decision.allows()) {
      return elicitationAnswer(action(decision.kind()), JSON.nullNode());
    }
    if (decision.content().isObject()) {
      return elicitationAnswer("accept", decision.content());
    }
    boolean nothingToFillIn =
        request.mode().equals("url") || request.schema().path("properties").isEmpty();
    return nothingToFillIn
        ? elicitationAnswer("accept", JSON.objectNode())
        : elicitationAnswer("decline", JSON.nullNode());
  }

  private static String action(Kind kind) {
    return switch (kind) {
      case ALLOW, ALLOW_FOR_SESSION, ALLOW_ALWAYS -> "accept";
      case DECLINE -> "decline";
      case CANCEL -> "cancel";
    };
  }

  private static ObjectNode elicitationAnswer(String action, JsonNode content) {
    ObjectNode answer = JSON.objectNode().put("action", action);
    answer.set("content", content);
    answer.putNull("_meta");
    return answer;
  }
}

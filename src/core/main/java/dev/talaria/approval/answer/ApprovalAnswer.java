package dev.talaria.approval.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalDecision.Content;
import dev.talaria.approval.ApprovalDecision.Kind;
import dev.talaria.approval.ApprovalRequest;
import java.util.Map;

/**
 * A decision as the result that Codex expects for that request.
 *
 * <p>Immutable as long as the node is not modified. What a request cannot express becomes the next
 * safer thing it can, and {@code note} says so: "always" without anything to remember becomes "for
 * the session", "for the session" of what is asked each time becomes "once", "cancel" of a
 * permission becomes a refusal, an allowed form without its content becomes "decline", and so do
 * answers to what asked for none.
 *
 * @param result the {@code result} member of the reply
 * @param applied what is answered to Codex
 * @param note why {@code applied} is not what was decided; empty when it is
 */
public record ApprovalAnswer(ObjectNode result, Kind applied, String note) {

  /** How a refusal of the forms from before the v2 protocol is written. */
  public enum LegacyRefusal {
    /** {@code "denied"}; before 0.169.0. */
    WORD,
    /** {@code {"denied":{"rejection":…}}}; since 0.169.0. */
    OBJECT
  }

  static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** The answer to {@code request}; {@code legacy} matters to the oldest forms only. */
  public static ApprovalAnswer of(
      ApprovalRequest request, ApprovalDecision decision, LegacyRefusal legacy) {
    if (!takes(request, decision.holds())) {
      ApprovalAnswer refused = of(request, ApprovalDecision.decline(), legacy);
      return new ApprovalAnswer(
          refused.result(),
          refused.applied(),
          decision.holds() == Content.ANSWERS
              ? "answers are for the agent's questions, and this is not one"
              : decision.holds() == Content.PREFIX
                  ? "Codex proposes no words to remember"
                  : "a filled-in form is not an answer to this");
    }
    Kind kind = decision.kind();
    if (request instanceof ApprovalRequest.Command command) {
      return isLegacy(request) ? legacy(kind, legacy) : CommandAnswer.of(command, decision);
    } else if (request instanceof ApprovalRequest.FileChange) {
      return isLegacy(request) ? legacy(kind, legacy) : fileChange(kind);
    } else if (request instanceof ApprovalRequest.Permissions permissions) {
      return permissions(permissions, kind);
    } else if (request instanceof ApprovalRequest.McpTool tool) {
      return mcpTool(tool, kind);
    } else if (request instanceof ApprovalRequest.Elicitation elicitation) {
      return elicitation(elicitation, decision);
    } else if (request instanceof ApprovalRequest.UserInput) {
      return userInput(decision);
    }
    throw new IllegalArgumentException("no answer is known for " + request.getClass());
  }

  private static boolean takes(ApprovalRequest request, Content content) {
    return switch (content) {
      case NOTHING -> true;
      case FORM ->
          request instanceof ApprovalRequest.Elicitation
              || request instanceof ApprovalRequest.UserInput;
      case ANSWERS -> request instanceof ApprovalRequest.UserInput;
      case PREFIX ->
          request instanceof ApprovalRequest.Command command
              && CommandAnswer.prefixRule(command, command.proposedPrefix()).isPresent();
    };
  }

  private static boolean isLegacy(ApprovalRequest request) {
    return !request.origin().method().startsWith("item/");
  }

  /** An answer that says what was decided, or with a note something safer. */
  static ApprovalAnswer answer(ObjectNode result, Kind decided, Kind applied, String why) {
    return new ApprovalAnswer(result, applied, decided == applied ? "" : why);
  }

  /**
   * The answer to {@code execCommandApproval} and {@code applyPatchApproval}. Source: the schemas;
   * no version that was measured asks in this form.
   */
  private static ApprovalAnswer legacy(Kind kind, LegacyRefusal refusal) {
    Kind applied = kind == Kind.ALLOW_ALWAYS ? Kind.ALLOW_FOR_SESSION : kind;
    ObjectNode result = JSON.objectNode();
    switch (applied) {
      case ALLOW -> result.put("decision", "approved");
      case ALLOW_FOR_SESSION, ALLOW_ALWAYS -> result.put("decision", "approved_for_session");
      case CANCEL -> result.put("decision", "abort");
      case DECLINE -> {
        if (refusal == LegacyRefusal.WORD) {
          result.put("decision", "denied");
        } else {
          result.putObject("decision").putObject("denied").put("rejection", "rejected by user");
        }
      }
    }
    return answer(result, kind, applied, "Codex proposes nothing to remember permanently");
  }

  private static ApprovalAnswer fileChange(Kind kind) {
    Kind applied = kind == Kind.ALLOW_ALWAYS ? Kind.ALLOW_FOR_SESSION : kind;
    return answer(
        JSON.objectNode().put("decision", CommandAnswer.named(applied)),
        kind,
        applied,
        "Codex remembers file changes for a session only");
  }

  /** A refusal is the empty grant: this answer has no {@code decision}. */
  private static ApprovalAnswer permissions(ApprovalRequest.Permissions request, Kind kind) {
    boolean readable = request.permissions().isObject();
    Kind applied =
        switch (kind) {
          case ALLOW -> readable ? Kind.ALLOW : Kind.DECLINE;
          case ALLOW_FOR_SESSION, ALLOW_ALWAYS -> readable ? Kind.ALLOW_FOR_SESSION : Kind.DECLINE;
          case DECLINE, CANCEL -> Kind.DECLINE;
        };
    ObjectNode result = JSON.objectNode();
    result.set("permissions", applied == Kind.DECLINE ? JSON.objectNode() : request.permissions());
    result.put("scope", applied == Kind.ALLOW_FOR_SESSION ? "session" : "turn");
    String why =
        kind == Kind.CANCEL
            ? "a request for permissions cannot end the turn"
            : readable
                ? "Codex remembers permissions for a session only"
                : "the permissions asked for cannot be read";
    return answer(result, kind, applied, why);
  }

  private static ApprovalAnswer mcpTool(ApprovalRequest.McpTool request, Kind kind) {
    Kind applied = kind;
    if (applied == Kind.ALLOW_ALWAYS && !request.remembers().contains("always")) {
      applied = Kind.ALLOW_FOR_SESSION;
    }
    if (applied == Kind.ALLOW_FOR_SESSION && !request.remembers().contains("session")) {
      applied = Kind.ALLOW;
    }
    ObjectNode result = elicitationResult(action(applied), JSON.nullNode());
    if (applied == Kind.ALLOW_FOR_SESSION || applied == Kind.ALLOW_ALWAYS) {
      result.putObject("_meta").put("persist", applied == Kind.ALLOW_ALWAYS ? "always" : "session");
    }
    return answer(result, kind, applied, "Codex does not offer to remember it that long");
  }

  private static ApprovalAnswer elicitation(
      ApprovalRequest.Elicitation request, ApprovalDecision decision) {
    Kind kind = decision.kind();
    if (!decision.allows()) {
      return answer(elicitationResult(action(kind), JSON.nullNode()), kind, kind, "");
    }
    boolean nothingToFillIn =
        request.mode().equals("url")
            || request.mode().equals("form") && request.schema().path("properties").isEmpty();
    if (!decision.content().isObject() && !nothingToFillIn) {
      return answer(
          elicitationResult("decline", JSON.nullNode()),
          kind,
          Kind.DECLINE,
          "the form was not filled in");
    }
    JsonNode content = decision.content().isObject() ? decision.content() : JSON.objectNode();
    return answer(
        elicitationResult("accept", content),
        kind,
        Kind.ALLOW,
        "an answer to an MCP server is given once");
  }

  private static ApprovalAnswer userInput(ApprovalDecision decision) {
    ObjectNode result = JSON.objectNode();
    ObjectNode answers = result.putObject("answers");
    if (decision.allows()) {
      for (Map.Entry<String, JsonNode> given : decision.content().properties()) {
        answers.putObject(given.getKey()).set("answers", texts(given.getValue()));
      }
    }
    Kind applied = answers.isEmpty() ? Kind.DECLINE : Kind.ALLOW;
    String why =
        decision.kind() == Kind.CANCEL
            ? "an unanswered question cannot end the turn"
            : answers.isEmpty() ? "no answers were given" : "answers are given once";
    return answer(result, decision.kind(), applied, why);
  }

  /** One text or a list of them, as a list of texts. */
  private static JsonNode texts(JsonNode given) {
    var texts = JSON.arrayNode();
    if (given.isArray()) {
      given.forEach(text -> texts.add(text.asText()));
    } else if (!given.isNull()) {
      texts.add(given.asText());
    }
    return texts;
  }

  private static String action(Kind kind) {
    return switch (kind) {
      case ALLOW, ALLOW_FOR_SESSION, ALLOW_ALWAYS -> "accept";
      case DECLINE -> "decline";
      case CANCEL -> "cancel";
    };
  }

  private static ObjectNode elicitationResult(String action, JsonNode content) {
    ObjectNode result = JSON.objectNode().put("action", action);
    result.set("content", content);
    result.putNull("_meta");
    return result;
  }
}

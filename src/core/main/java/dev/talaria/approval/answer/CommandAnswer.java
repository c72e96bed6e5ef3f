package dev.talaria.approval.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalDecision.Kind;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.approval.ApprovalRequest.CommandKind;
import dev.talaria.protocol.NetworkRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers to {@code item/commandExecution/requestApproval}. Pure functions. */
final class CommandAnswer {

  private CommandAnswer() {}

  static ApprovalAnswer of(ApprovalRequest.Command request, ApprovalDecision decision) {
    Kind kind = decision.kind();
    if (kind == Kind.ALLOW_ALWAYS) {
      List<String> words = new ArrayList<>();
      decision.content().forEach(word -> words.add(word.asText()));
      Optional<ObjectNode> remembered =
          words.isEmpty()
              ? hostRule(request).or(() -> prefixRule(request, request.proposedPrefix()))
              : prefixRule(request, words);
      if (remembered.isPresent()) {
        return ApprovalAnswer.answer(remembered.get(), kind, kind, "");
      }
    }
    Kind applied = kind;
    if (kind == Kind.ALLOW_ALWAYS || kind == Kind.ALLOW_FOR_SESSION) {
      applied = lastsForSession(request) ? Kind.ALLOW_FOR_SESSION : Kind.ALLOW;
    }
    return ApprovalAnswer.answer(
        ApprovalAnswer.JSON.objectNode().put("decision", named(applied)),
        kind,
        applied,
        applied == Kind.ALLOW
            ? "Codex asks this each time"
            : "Codex proposes nothing to remember permanently");
  }

  /**
   * Whether "for the session" is understood: Codex takes it for a command although it does not list
   * it among the decisions.
   */
  private static boolean lastsForSession(ApprovalRequest.Command request) {
    return request.what() == CommandKind.RUN || request.offered().contains("acceptForSession");
  }

  private static boolean offers(ApprovalRequest.Command request, String decision) {
    return request.offered().isEmpty() || request.offered().contains(decision);
  }

  /** The rule for commands that begin with some words, where Codex proposes such a one. */
  static Optional<ObjectNode> prefixRule(ApprovalRequest.Command request, List<String> prefix) {
    String name = "acceptWithExecpolicyAmendment";
    if (request.proposedPrefix().isEmpty()
        || request.what() != CommandKind.RUN
        || !offers(request, name)) {
      return Optional.empty();
    }
    ObjectNode result = ApprovalAnswer.JSON.objectNode();
    var words = result.putObject("decision").putObject(name).putArray("execpolicy_amendment");
    prefix.forEach(words::add);
    return Optional.of(result);
  }

  /** The rule that lets commands reach the host that is asked for. */
  private static Optional<ObjectNode> hostRule(ApprovalRequest.Command request) {
    String name = "applyNetworkPolicyAmendment";
    if (request.network().isEmpty() || !offers(request, name)) {
      return Optional.empty();
    }
    String host = request.network().get().host();
    for (NetworkRule proposed : request.proposedRules()) {
      if ("allow".equals(proposed.action()) && host != null && host.equals(proposed.host())) {
        ObjectNode result = ApprovalAnswer.JSON.objectNode();
        result
            .putObject("decision")
            .putObject(name)
            .putObject("network_policy_amendment")
            .put("host", host)
            .put("action", "allow");
        return Optional.of(result);
      }
    }
    return Optional.empty();
  }

  /** A decision by its name; also those of {@code item/fileChange/requestApproval}. */
  static String named(Kind kind) {
    return switch (kind) {
      case ALLOW -> "accept";
      case ALLOW_FOR_SESSION, ALLOW_ALWAYS -> "acceptForSession";
      case DECLINE -> "decline";
      case CANCEL -> "cancel";
    };
  }
}

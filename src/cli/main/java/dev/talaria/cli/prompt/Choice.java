package dev.talaria.cli.prompt;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalDecision.Kind;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.approval.FormField;
import dev.talaria.approval.answer.ApprovalAnswer;
import dev.talaria.approval.answer.ApprovalAnswer.LegacyRefusal;
import dev.talaria.approval.shell.ShellWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An answer that one key gives.
 *
 * @param key the key, a small letter
 * @param label what the prompt shows, with the key in brackets
 * @param decision what it decides; to be filled in by {@link Dialog} when that is needed
 */
record Choice(String key, String label, ApprovalDecision decision) {

  /** The choices that mean something for a question: what Codex would not be told is left out. */
  static List<Choice> of(ApprovalRequest request, boolean reasons) {
    List<Choice> choices = new ArrayList<>();
    if (needsDialog(request)) {
      String what = request instanceof ApprovalRequest.Elicitation ? "fill in" : "answer";
      choices.add(new Choice("o", "[o]k, " + what, ApprovalDecision.allow()));
    } else {
      String label = request instanceof ApprovalRequest.Elicitation ? "[o]k" : "[o]nce";
      add(choices, request, new Choice("o", label, ApprovalDecision.allow()));
      add(choices, request, new Choice("s", "[s]ession", ApprovalDecision.allowForSession()));
      add(choices, request, new Choice("a", "[a]lways", ApprovalDecision.allowAlways()));
    }
    choices.add(new Choice("d", "[d]eny", ApprovalDecision.decline()));
    if (reasons) {
      choices.add(new Choice("r", "deny for a [r]eason", ApprovalDecision.decline()));
    }
    add(choices, request, new Choice("c", "[c]ancel", ApprovalDecision.cancel()));
    return List.copyOf(choices);
  }

  private static void add(List<Choice> choices, ApprovalRequest request, Choice choice) {
    Kind applied = ApprovalAnswer.of(request, choice.decision(), LegacyRefusal.OBJECT).applied();
    if (applied == choice.decision().kind()) {
      choices.add(choice);
    }
  }

  /** Whether a yes has contents that have to be asked for. */
  static boolean needsDialog(ApprovalRequest request) {
    return request instanceof ApprovalRequest.UserInput input && !input.questions().isEmpty()
        || request instanceof ApprovalRequest.Elicitation elicitation
            && elicitation.mode().equals("form")
            && !FormField.of(elicitation.schema()).isEmpty();
  }

  boolean isReason() {
    return key.equals("r");
  }

  /** The words that would be stored, as a shell takes them; empty where nothing of the kind is. */
  String remembers(ApprovalRequest request) {
    return decision.kind() == Kind.ALLOW_ALWAYS
            && request instanceof ApprovalRequest.Command command
            && command.network().isEmpty()
        ? ShellWords.join(command.proposedPrefix())
        : "";
  }

  /** The decision that stores the words; empty if they are none. */
  static Optional<ApprovalDecision> always(String proposed, String line) {
    if (line.strip().equals(proposed)) {
      return Optional.of(ApprovalDecision.allowAlways());
    }
    return ShellWords.split(line)
        .filter(words -> !words.isEmpty())
        .map(ApprovalDecision::allowAlways);
  }

  /** What is printed when it was chosen. */
  String word() {
    return switch (decision.kind()) {
      case ALLOW -> "once";
      case ALLOW_FOR_SESSION -> "for the session";
      case ALLOW_ALWAYS -> "always";
      case DECLINE -> "denied";
      case CANCEL -> "cancelled";
    };
  }
}

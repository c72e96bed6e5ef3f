package dev.talaria.approval.policy;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalDecision.Kind;
import dev.talaria.approval.ApprovalKind;
import dev.talaria.approval.ApprovalPolicy;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.approval.shell.ShellWords;
import dev.talaria.protocol.CommandPart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules and other policies of which the strictest wins. Immutable. */
public final class RuleSet implements ApprovalPolicy {

  /** What may follow a prefix that is remembered. */
  private static final String ANY_WORDS = " \"$@\"";

  /**
   * What to do with the requests that match.
   *
   * @param verdict the answer; {@code null} to leave it to the handler
   * @param match which requests
   */
  private record Rule(Kind verdict, PartMatch match) {

    boolean denies() {
      return verdict == Kind.DECLINE;
    }

    boolean asks() {
      return verdict == null;
    }

    boolean allows() {
      return !denies() && !asks();
    }

    /** The place in the order of strictness. */
    int leniency() {
      return denies() ? 0 : asks() ? 1 : 2 + verdict.ordinal();
    }

    /** The rule as a sentence. */
    @Override
    public String toString() {
      if (asks()) {
        return "ask: " + match.describe();
      }
      return switch (verdict) {
        case ALLOW -> "allow: " + match.describe();
        case ALLOW_FOR_SESSION -> "allow for the session: " + match.describe();
        case ALLOW_ALWAYS -> "allow always: " + match.describe();
        case DECLINE, CANCEL -> "deny: " + match.describe();
      };
    }
  }

  private final List<Rule> rules;
  private final List<ApprovalPolicy> others;

  /**
   * One rule.
   *
   * @param verdict the answer; {@code null} to leave it to the handler
   */
  public RuleSet(Kind verdict, PartMatch match) {
    this.rules = List.of(new Rule(verdict, match));
    this.others = List.of();
  }

  public RuleSet(List<ApprovalPolicy> policies) {
    List<Rule> flat = new ArrayList<>();
    List<ApprovalPolicy> rest = new ArrayList<>();
    for (ApprovalPolicy policy : policies) {
      if (policy instanceof RuleSet set) {
        flat.addAll(set.rules);
        rest.addAll(set.others);
      } else {
        rest.add(policy);
      }
    }
    flat.sort(Comparator.comparingInt(Rule::leniency));
    this.rules = List.copyOf(flat);
    this.others = List.copyOf(rest);
  }

  /** Policies of the host's own. */
  List<ApprovalPolicy> others() {
    return others;
  }

  @Override
  public Ruling rule(ApprovalRequest request) {
    List<ApprovalPart> parts = ApprovalPart.of(request);
    Ruling strictest = restriction(parts).or(() -> allowance(request, parts)).orElse(Ruling.none());
    for (ApprovalPolicy other : others) {
      Ruling ruling = other.rule(request);
      if (leniency(ruling) < leniency(strictest)) {
        strictest = ruling;
      }
    }
    return strictest;
  }

  /** Deny, cancel, ask, allow once, for the session, always, no opinion. */
  private static int leniency(Ruling ruling) {
    if (ruling.decision().isEmpty()) {
      return ruling.asks() ? 1 : Integer.MAX_VALUE;
    }
    ApprovalDecision decision = ruling.decision().get();
    return decision.allows() ? 2 + decision.kind().ordinal() : 0;
  }

  /** The strictest rule that forbids a part or leaves it to the handler. */
  private Optional<Ruling> restriction(List<ApprovalPart> parts) {
    return rules.stream()
        .filter(rule -> !rule.allows())
        .filter(rule -> parts.stream().anyMatch(rule.match().touches()))
        .findFirst()
        .map(
            rule ->
                rule.asks()
                    ? Ruling.ask(rule.toString())
                    : Ruling.of(ApprovalDecision.decline(), rule.toString()));
  }

  /** Every part is allowed by a rule; for each the strictest counts, and of these the strictest. */
  private Optional<Ruling> allowance(ApprovalRequest request, List<ApprovalPart> parts) {
    Set<Rule> used = new LinkedHashSet<>();
    for (ApprovalPart part : parts) {
      Optional<Rule> rule =
          rules.stream()
              .filter(Rule::allows)
              .filter(candidate -> candidate.match().covers().test(part))
              .findFirst();
      if (rule.isEmpty()) {
        return Optional.empty();
      }
      used.add(rule.get());
    }
    Kind kind = used.stream().map(Rule::verdict).min(Comparator.naturalOrder()).orElseThrow();
    String names = used.stream().map(Rule::toString).collect(Collectors.joining("; "));
    return Optional.of(Ruling.of(decision(request, kind), names));
  }

  private ApprovalDecision decision(ApprovalRequest request, Kind kind) {
    return switch (kind) {
      case ALLOW_ALWAYS ->
          mayBeRemembered(request)
              ? ApprovalDecision.allowAlways()
              : ApprovalDecision.allowForSession();
      case ALLOW_FOR_SESSION -> ApprovalDecision.allowForSession();
      default -> ApprovalDecision.allow();
    };
  }

  /** Whether these rules also allow always what Codex would remember of a command: a prefix. */
  private boolean mayBeRemembered(ApprovalRequest request) {
    if (!(request instanceof ApprovalRequest.Command command)
        || command.kind() != ApprovalKind.COMMAND
        || command.proposedPrefix().isEmpty()) {
      return true;
    }
    String prefix = ShellWords.join(command.proposedPrefix());
    return restriction(ApprovalPart.of(with(command, prefix + ANY_WORDS))).isEmpty()
        && ApprovalPart.of(with(command, prefix)).stream()
            .allMatch(
                part ->
                    rules.stream()
                        .filter(rule -> rule.verdict() == Kind.ALLOW_ALWAYS)
                        .anyMatch(rule -> rule.match().covers().test(part)));
  }

  private static ApprovalRequest.Command with(ApprovalRequest.Command command, String line) {
    return new ApprovalRequest.Command(
        command.origin(),
        command.what(),
        line,
        command.cwd(),
        List.<CommandPart>of(),
        command.network(),
        command.additionalPermissions(),
        List.of(),
        List.of(),
        command.offered(),
        command.reason(),
        command.raw());
  }

  @Override
  public List<String> describe() {
    List<String> lines = rules.stream().map(Rule::toString).collect(Collectors.toList());
    others.forEach(other -> lines.addAll(other.describe()));
    return lines;
  }

  @Override
  public String toString() {
    return String.join("; ", describe());
  }
}

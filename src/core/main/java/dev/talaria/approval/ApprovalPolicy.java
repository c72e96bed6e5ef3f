package dev.talaria.approval;

import dev.talaria.approval.policy.DefaultDeny;
import dev.talaria.approval.policy.FallbackPolicy;
import dev.talaria.approval.policy.HostToolsPolicy;
import dev.talaria.approval.policy.RuleSet;
import dev.talaria.approval.policy.ToolMatch;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A rule that decides about approval requests before a person is asked.
 *
 * <p>Called on a worker, never on the path of events; may be called by many threads at once. A
 * policy that throws has declined: it may have been the rule that forbids.
 *
 * <pre>{@code
 * ApprovalPolicy.of(
 *         allow(commandPrefix("git", "status")),
 *         allow(kind(FILE_CHANGE).and(pathsUnder(workspace))),
 *         deny(commandPrefix("rm")))
 *     .orElse(ApprovalPolicy.unattended());
 * }</pre>
 */
@FunctionalInterface
public interface ApprovalPolicy {

  /** What this policy says to a request. */
  Ruling rule(ApprovalRequest request);

  /** What this policy does, a line for each rule, the strictest first; for people to read. */
  default List<String> describe() {
    return List.of("decided by the host's program");
  }

  /**
   * What a policy says.
   *
   * @param decision the decision; empty for no opinion, and for {@link #ask}
   * @param rule the rule that says so, in one line; empty for no opinion
   */
  record Ruling(Optional<ApprovalDecision> decision, String rule) {

    private static final Ruling NONE = new Ruling(Optional.empty(), "");

    /** No opinion: another policy or the handler decides. */
    public static Ruling none() {
      return NONE;
    }

    /** This decision, by this rule. */
    public static Ruling of(ApprovalDecision decision, String rule) {
      return new Ruling(Optional.of(decision), rule);
    }

    /** The handler decides, even if a less strict rule allows it. */
    public static Ruling ask(String rule) {
      return new Ruling(Optional.empty(), rule);
    }

    /** Whether the handler is to decide. */
    public boolean asks() {
      return decision.isEmpty() && !rule.isEmpty();
    }
  }

  /** A policy without an opinion: every request goes to the handler. */
  static ApprovalPolicy none() {
    return new RuleSet(List.of());
  }

  /**
   * Declines everything that no other rule decides: the default of a session without a handler.
   * Meant as the end of a policy: {@code rules.orElse(denyAll())}.
   */
  static ApprovalPolicy denyAll() {
    return DefaultDeny.DENY_ALL;
  }

  /**
   * There is no person to ask, as in a scheduled job: what no rule allows is declined at once, and
   * the handler is never called. Meant as the end of a policy: {@code rules.orElse(unattended())}.
   */
  static ApprovalPolicy unattended() {
    return DefaultDeny.UNATTENDED;
  }

  /** Allows what certainly matches, once. */
  static ApprovalPolicy allow(ApprovalMatch match) {
    return new RuleSet(ApprovalDecision.Kind.ALLOW, match.ofParts());
  }

  /** Allows what certainly matches, and the same again for the rest of the thread. */
  static ApprovalPolicy allowForSession(ApprovalMatch match) {
    return new RuleSet(ApprovalDecision.Kind.ALLOW_FOR_SESSION, match.ofParts());
  }

  /**
   * Allows what certainly matches, and the same again in every thread from now on, where Codex can
   * remember that: it writes into its own rules, and Talaria is not asked again.
   *
   * <p>What Codex would remember of a command are its first words, as the model proposes them; when
   * the policy does not allow these words by themselves, the command is allowed for the session.
   */
  static ApprovalPolicy allowAlways(ApprovalMatch match) {
    return new RuleSet(ApprovalDecision.Kind.ALLOW_ALWAYS, match.ofParts());
  }

  /** Declines what may match. */
  static ApprovalPolicy deny(ApprovalMatch match) {
    return new RuleSet(ApprovalDecision.Kind.DECLINE, match.ofParts());
  }

  /** Leaves what may match to the handler, even if another rule allows it. */
  static ApprovalPolicy ask(ApprovalMatch match) {
    return new RuleSet(null, match.ofParts());
  }

  /**
   * Allows the tools of the MCP servers that this host itself serves, and their questions without
   * anything to fill in, the form in which older versions of Codex ask for such a tool.
   *
   * <p>A name proves nothing: name only servers that the host itself put into Codex's
   * configuration.
   */
  static ApprovalPolicy allowOwnHostTools(Collection<String> servers) {
    return servers.isEmpty()
        ? none()
        : new RuleSet(ApprovalDecision.Kind.ALLOW, ToolMatch.own(servers));
  }

  /**
   * All of these together. The strictest wins, in any order: deny, then ask, then allow; an
   * allowance for once beats one for longer. The parts of one request (the commands of a script,
   * the files of a patch) may be allowed by different rules of the same policy.
   */
  static ApprovalPolicy of(ApprovalPolicy... policies) {
    return of(Arrays.asList(policies));
  }

  /** All of these together; see {@link #of(ApprovalPolicy...)}. */
  static ApprovalPolicy of(Collection<? extends ApprovalPolicy> policies) {
    return new RuleSet(List.copyOf(policies));
  }

  /** This policy and another together; see {@link #of(ApprovalPolicy...)}. */
  default ApprovalPolicy and(ApprovalPolicy other) {
    return of(this, other);
  }

  /** This policy, and for what it has no opinion on, another. */
  default ApprovalPolicy orElse(ApprovalPolicy other) {
    return new FallbackPolicy(this, other);
  }

  /**
   * This policy with {@link #allowOwnHostTools} under it: a rule that denies or asks still wins,
   * but {@link #denyAll()} and {@link #unattended()} at its end do not. Every session's policy is
   * made so.
   */
  default ApprovalPolicy withOwnHostTools(Collection<String> servers) {
    return servers.isEmpty() ? this : new HostToolsPolicy(this, allowOwnHostTools(servers));
  }
}

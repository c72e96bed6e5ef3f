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

  /**
   * {@return what this policy says to a request; {@link Ruling#none()} for no opinion, never {@code
   * null}}
   *
   * @param request what Codex asks, complete and unmasked
   */
  Ruling rule(ApprovalRequest request);

  /**
   * {@return what this policy does, a line for each rule, the strictest first; for people to read}
   */
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

    /** {@return the ruling without an opinion: another policy or the handler decides} */
    public static Ruling none() {
      return NONE;
    }

    /**
     * {@return this decision, by this rule}
     *
     * @param decision not null
     * @param rule one line about the rule, for audits and prompts
     */
    public static Ruling of(ApprovalDecision decision, String rule) {
      return new Ruling(Optional.of(decision), rule);
    }

    /**
     * {@return a ruling by which the handler decides, even if a less strict rule allows it}
     *
     * @param rule one line about the rule, for audits and prompts; not empty, which would mean no
     *     opinion
     */
    public static Ruling ask(String rule) {
      return new Ruling(Optional.empty(), rule);
    }

    /** {@return whether the handler is to decide} */
    public boolean asks() {
      return decision.isEmpty() && !rule.isEmpty();
    }
  }

  /** {@return a policy without an opinion: every request goes to the handler} */
  static ApprovalPolicy none() {
    return new RuleSet(List.of());
  }

  /**
   * {@return a policy that declines everything that no other rule decides: the default of a session
   * without a handler} Meant as the end of a policy: {@code rules.orElse(denyAll())}.
   */
  static ApprovalPolicy denyAll() {
    return DefaultDeny.DENY_ALL;
  }

  /**
   * {@return a policy for a host without a person to ask, as in a scheduled job: what no rule
   * allows is declined at once, and the handler is never called} Meant as the end of a policy:
   * {@code rules.orElse(unattended())}.
   */
  static ApprovalPolicy unattended() {
    return DefaultDeny.UNATTENDED;
  }

  /**
   * {@return a policy that allows what certainly matches, once}
   *
   * @param match what is allowed
   */
  static ApprovalPolicy allow(ApprovalMatch match) {
    return new RuleSet(ApprovalDecision.Kind.ALLOW, match.ofParts());
  }

  /**
   * {@return a policy that allows what certainly matches, and the same again for the rest of the
   * thread}
   *
   * @param match what is allowed
   */
  static ApprovalPolicy allowForSession(ApprovalMatch match) {
    return new RuleSet(ApprovalDecision.Kind.ALLOW_FOR_SESSION, match.ofParts());
  }

  /**
   * {@return a policy that allows what certainly matches, and the same again in every thread from
   * now on, where Codex can remember that: it writes into its own rules, and Talaria is not asked
   * again}
   *
   * <p>What Codex would remember of a command are its first words, as the model proposes them; when
   * the policy does not allow these words by themselves, the command is allowed for the session.
   *
   * @param match what is allowed
   */
  static ApprovalPolicy allowAlways(ApprovalMatch match) {
    return new RuleSet(ApprovalDecision.Kind.ALLOW_ALWAYS, match.ofParts());
  }

  /**
   * {@return a policy that declines what may match}
   *
   * @param match what is declined
   */
  static ApprovalPolicy deny(ApprovalMatch match) {
    return new RuleSet(ApprovalDecision.Kind.DECLINE, match.ofParts());
  }

  /**
   * {@return a policy that leaves what may match to the handler, even if another rule allows it}
   *
   * @param match what the handler is to decide
   */
  static ApprovalPolicy ask(ApprovalMatch match) {
    return new RuleSet(null, match.ofParts());
  }

  /**
   * {@return a policy that allows the tools of the MCP servers that this host itself serves, and
   * their elicitations without anything to fill in, the form in which older versions of Codex ask
   * for such a tool}
   *
   * <p>A name proves nothing: name only servers that the host itself put into Codex's
   * configuration.
   *
   * @param servers the servers' names in Codex's configuration; for none the policy has no opinion
   */
  static ApprovalPolicy allowOwnHostTools(Collection<String> servers) {
    return servers.isEmpty()
        ? none()
        : new RuleSet(ApprovalDecision.Kind.ALLOW, ToolMatch.own(servers));
  }

  /**
   * {@return a policy of all of these together} The strictest wins, in any order: deny, then ask,
   * then allow; an allowance for once beats one for longer. The parts of one request (the commands
   * of a script, the files of a patch) may be allowed by different rules of the same policy.
   *
   * @param policies in any order; copied
   */
  static ApprovalPolicy of(ApprovalPolicy... policies) {
    return of(Arrays.asList(policies));
  }

  /**
   * {@return a policy of all of these together; see {@link #of(ApprovalPolicy...)}}
   *
   * @param policies in any order; copied
   */
  static ApprovalPolicy of(Collection<? extends ApprovalPolicy> policies) {
    return new RuleSet(List.copyOf(policies));
  }

  /**
   * {@return this policy and another together; see {@link #of(ApprovalPolicy...)}}
   *
   * @param other the policy to consider beside this one
   */
  default ApprovalPolicy and(ApprovalPolicy other) {
    return of(this, other);
  }

  /**
   * {@return this policy, and for what it has no opinion on, another}
   *
   * @param other decides what this one has no opinion on; {@link #unattended()} there also declines
   *     what this one leaves to the handler
   */
  default ApprovalPolicy orElse(ApprovalPolicy other) {
    return new FallbackPolicy(this, other);
  }

  /**
   * {@return this policy with {@link #allowOwnHostTools} under it: a rule that denies or asks still
   * wins, but {@link #denyAll()} and {@link #unattended()} at its end do not} Every session's
   * policy is made so.
   *
   * @param servers the servers' names in Codex's configuration; for none this policy is returned
   */
  default ApprovalPolicy withOwnHostTools(Collection<String> servers) {
    return servers.isEmpty() ? this : new HostToolsPolicy(this, allowOwnHostTools(servers));
  }
}

package dev.talaria.approval.policy;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalPolicy;
import dev.talaria.approval.ApprovalPolicy.Ruling;
import dev.talaria.approval.ApprovalRequest;
import java.util.List;

/** The end of a policy: declines what is left. */
public enum DefaultDeny implements ApprovalPolicy {
  DENY_ALL("deny all", "deny everything else"),
  UNATTENDED("unattended: no person to ask", "unattended: deny everything else, and never ask");

  private final Ruling ruling;
  private final String line;

  DefaultDeny(String rule, String line) {
    this.ruling = Ruling.of(ApprovalDecision.decline(), rule);
    this.line = line;
  }

  /** Whether a ruling is only that no rule allowed it. */
  static boolean is(Ruling ruling) {
    return ruling.equals(DENY_ALL.ruling) || ruling.equals(UNATTENDED.ruling);
  }

  /** Whether a policy ends without a person to ask. */
  static boolean isUnattended(ApprovalPolicy policy) {
    return policy == UNATTENDED
        || policy instanceof FallbackPolicy tail
            && (isUnattended(tail.first()) || isUnattended(tail.other()))
        || policy instanceof RuleSet rules
            && rules.others().stream().anyMatch(DefaultDeny::isUnattended)
        || policy instanceof HostToolsPolicy own && isUnattended(own.policy());
  }

  @Override
  public Ruling rule(ApprovalRequest request) {
    return ruling;
  }

  @Override
  public List<String> describe() {
    return List.of(line);
  }
}

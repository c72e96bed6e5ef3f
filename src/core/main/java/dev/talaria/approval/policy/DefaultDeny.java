package dev.talaria.approval.policy;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalPolicy;
import dev.talaria.approval.ApprovalPolicy.Ruling;
import dev.talaria.approval.ApprovalRequest;
import java.util.List;

/** The end of a policy: declines whatever is left. */
public enum DefaultDeny implements ApprovalPolicy {
  DENY_ALL("deny all", "deny everything else"),
  UNATTENDED(
      "unattended: nobody is there to ask", "unattended: deny everything else, and never ask");

  private final Ruling ruling;
  private final String line;

  DefaultDeny(String rule, String line) {
    this.ruling = Ruling.of(ApprovalDecision.decline(), rule);
    this.line = line;
  }

  /** Whether a ruling is only that nobody allowed it. */
  static boolean is(Ruling ruling) {
    return ruling.equals(DENY_ALL.ruling) || ruling.equals(UNATTENDED.ruling);
  }

  /** Whether a policy ends with nobody to ask. */
  static boolean nobodyToAsk(ApprovalPolicy policy) {
    return policy == UNATTENDED
        || policy instanceof FallbackPolicy tail
            && (nobodyToAsk(tail.first()) || nobodyToAsk(tail.other()))
        || policy instanceof RuleSet rules
            && rules.others().stream().anyMatch(DefaultDeny::nobodyToAsk)
        || policy instanceof HostToolsPolicy own && nobodyToAsk(own.policy());
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

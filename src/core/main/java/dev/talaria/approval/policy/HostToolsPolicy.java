package dev.talaria.approval.policy;

import dev.talaria.approval.ApprovalPolicy;
import dev.talaria.approval.ApprovalRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * A host's policy that lets the host's own tools run: unless a rule of it says otherwise, and even
 * if it declines what is left.
 */
public record HostToolsPolicy(ApprovalPolicy policy, ApprovalPolicy own) implements ApprovalPolicy {

  @Override
  public Ruling rule(ApprovalRequest request) {
    Ruling ruling = policy.rule(request);
    boolean undecided = ruling.decision().isEmpty() ? !ruling.asks() : DefaultDeny.is(ruling);
    if (!undecided) {
      return ruling;
    }
    Ruling allowed = own.rule(request);
    return allowed.decision().isPresent() ? allowed : ruling;
  }

  @Override
  public List<String> describe() {
    List<String> lines = new ArrayList<>(own.describe());
    lines.addAll(policy.describe());
    return lines;
  }
}

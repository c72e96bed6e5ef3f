package dev.talaria.approval.policy;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalPolicy;
import dev.talaria.approval.ApprovalRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A policy, and another for what the first has no opinion on. */
public record FallbackPolicy(ApprovalPolicy first, ApprovalPolicy other) implements ApprovalPolicy {

  public FallbackPolicy {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(other, "other");
  }

  @Override
  public Ruling rule(ApprovalRequest request) {
    Ruling ruling = first.rule(request);
    if (ruling.decision().isPresent()) {
      return ruling;
    } else if (!ruling.asks()) {
      return other.rule(request);
    }
    return DefaultDeny.isUnattended(other)
        ? Ruling.of(ApprovalDecision.decline(), "unattended: no person to " + ruling.rule())
        : ruling;
  }

  @Override
  public List<String> describe() {
    List<String> lines = new ArrayList<>(first.describe());
    lines.addAll(other.describe());
    return lines;
  }
}

package dev.talaria.approval.policy;

import java.util.function.Predicate;

/**
 * What an {@link dev.talaria.approval.ApprovalMatch} matches, part by part. Immutable and safe for
 * use by many threads.
 *
 * @param describe what matches, in a few words such as {@code commands that begin with: git status}
 * @param covers whether a part of a request certainly matches
 * @param touches whether a part of a request may match
 * @param concerns whether a part is of the sort that the match is about, so that it may be negated
 */
public record PartMatch(
    String describe,
    Predicate<ApprovalPart> covers,
    Predicate<ApprovalPart> touches,
    Predicate<ApprovalPart> concerns) {

  /** What matches both. */
  public PartMatch and(PartMatch other) {
    return new PartMatch(
        "(" + describe + " and " + other.describe + ")",
        covers.and(other.covers),
        touches.and(other.touches),
        concerns.and(other.concerns));
  }

  /** What matches one of them or both. */
  public PartMatch or(PartMatch other) {
    return new PartMatch(
        "(" + describe + " or " + other.describe + ")",
        covers.or(other.covers),
        touches.or(other.touches),
        concerns.and(other.concerns));
  }

  /** What does not match, among the parts that this is about. */
  public PartMatch negated() {
    return new PartMatch(
        "not (" + describe + ")",
        part -> part.sure() && concerns.test(part) && !touches.test(part),
        covers.negate(),
        concerns);
  }
}

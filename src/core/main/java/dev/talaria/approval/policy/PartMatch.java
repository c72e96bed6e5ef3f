package dev.talaria.approval.policy;

/**
 * What an {@link dev.talaria.approval.ApprovalMatch} matches, part by part. Immutable and safe for
 * use by many threads.
 */
public interface PartMatch {

  /** Whether this part of a request certainly matches. */
  boolean covers(ApprovalPart part);

  /** Whether this part of a request may match. */
  boolean touches(ApprovalPart part);

  /** Whether this part is of the sort that the match is about, so that it may be negated. */
  boolean concerns(ApprovalPart part);

  /** What matches, in a few words such as {@code commands that begin with: git status}. */
  String describe();
}

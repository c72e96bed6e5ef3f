package dev.talaria.approval;

/** Who decided about a question. */
public enum DecisionSource {
  /** A rule of the {@link ApprovalPolicy}. */
  POLICY,
  /** The host's {@link ApprovalHandler}. */
  HANDLER,
  /** Nobody answered, in time or at all: refused. */
  REFUSAL,
  /** Nobody: the question became void first, and no answer was sent. */
  WITHDRAWN
}

package dev.talaria.approval;

/** Who decided a request. */
public enum DecisionSource {
  /** A rule of the {@link ApprovalPolicy}. */
  POLICY,
  /** The host's {@link ApprovalHandler}. */
  HANDLER,
  /** There was no answer, in time or at all: refused. */
  REFUSAL,
  /** The request became void first, and no answer was sent. */
  WITHDRAWN
}

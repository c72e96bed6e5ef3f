// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/**
 * [UNSTABLE] Temporary notification payload for approval auto-review. This shape is expected to
 * change soon.
 */
public final class ItemGuardianApprovalReviewCompletedNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ItemGuardianApprovalReviewCompletedNotification(JsonNode json) {
    super(json);
  }

  /** {@return {@code action}} */
  public GuardianApprovalReviewAction action() {
    return Wire.required(json(), "action", GuardianApprovalReviewAction::read);
  }

  /**
   * Unix timestamp (in milliseconds) when this review completed.
   *
   * @return {@code completedAtMs}
   */
  public long completedAtMs() {
    return Wire.required(json(), "completedAtMs", Wire::longInteger);
  }

  /** {@return {@code decisionSource}} */
  public AutoReviewDecisionSource decisionSource() {
    return Wire.required(json(), "decisionSource", AutoReviewDecisionSource::read);
  }

  /** {@return {@code review}} */
  public GuardianApprovalReview review() {
    return Wire.required(json(), "review", GuardianApprovalReview::new);
  }

  /**
   * Stable identifier for this review.
   *
   * @return {@code reviewId}
   */
  public String reviewId() {
    return Wire.text(json(), "reviewId");
  }

  /**
   * Unix timestamp (in milliseconds) when this review started.
   *
   * @return {@code startedAtMs}
   */
  public long startedAtMs() {
    return Wire.required(json(), "startedAtMs", Wire::longInteger);
  }

  /**
   * Identifier for the reviewed item or tool call when one exists.
   *
   * <p>In most cases, one review maps to one target item. The exceptions are - execve reviews,
   * where a single command may contain multiple execve calls to review (only possible when using
   * the shell_zsh_fork feature) - stdin reviews, which refer to the existing parent command item
   * and have a separate approval ID in the action payload - network policy reviews, where there
   * is no target item
   *
   * <p>A network call is triggered by a CommandExecution item, so having a target_item_id set to
   * the CommandExecution item would be misleading because the review is about the network call,
   * not the command execution. Therefore, target_item_id is set to None for network policy
   * reviews.
   *
   * @return {@code targetItemId}; empty when absent or null
   */
  public Optional<String> targetItemId() {
    return Wire.optionalText(json(), "targetItemId");
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }

  /** {@return {@code turnId}} */
  public String turnId() {
    return Wire.text(json(), "turnId");
  }
}

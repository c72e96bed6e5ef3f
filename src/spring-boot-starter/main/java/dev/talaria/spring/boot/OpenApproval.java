package dev.talaria.spring.boot;

import dev.talaria.approval.ApprovalKind;
import java.time.Instant;
import java.util.List;

/**
 * An approval that is not decided yet, in a form that is safe to show and to send as JSON.
 * Immutable.
 *
 * @param id names it in {@link ApprovalInbox#decide}; not guessable
 * @param kind what sort of request it is
 * @param threadId the thread that asks
 * @param turnId the turn that asks; empty when the request belongs to no turn
 * @param since when it was asked
 * @param lines the request with secrets masked and long texts shortened, as {@link
 *     dev.talaria.approval.ApprovalText#lines} has it
 */
public record OpenApproval(
    String id,
    ApprovalKind kind,
    String threadId,
    String turnId,
    Instant since,
    List<String> lines) {

  /**
   * For the tests of a program.
   *
   * @param id not null
   * @param kind not null
   * @param threadId not null
   * @param turnId not null; empty for none
   * @param since not null
   * @param lines copied
   */
  public OpenApproval {
    lines = List.copyOf(lines);
  }
}

package dev.talaria.spring.boot;

import java.util.List;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/**
 * What runs on Codex at the moment, and what waits for a decision. Safe for use by many threads.
 */
@Endpoint(id = "talaria")
final class TalariaEndpoint {

  private final LazyCodex codex;
  private final OpenWork work;
  private final ApprovalInbox inbox;

  /**
   * What the endpoint shows. Immutable; without prompts, texts of the model and secrets.
   *
   * @param started whether Codex was started
   * @param approvals those that were asked and are not decided
   */
  record Report(
      TalariaProperties.Mode mode,
      boolean started,
      List<OpenWork.ShownSession> sessions,
      List<OpenApproval> approvals) {}

  TalariaEndpoint(LazyCodex codex, OpenWork work, ApprovalInbox inbox) {
    this.codex = codex;
    this.work = work;
    this.inbox = inbox;
  }

  @ReadOperation
  Report report() {
    return new Report(
        codex.starter().properties().mode(),
        codex.running().isPresent() || codex.runningPool().isPresent(),
        work.sessions(),
        inbox.open());
  }
}

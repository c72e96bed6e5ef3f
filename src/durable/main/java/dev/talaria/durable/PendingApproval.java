package dev.talaria.durable;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.approval.ApprovalText;
import java.util.List;

/**
 * An approval that a run waits for, as an engine keeps it: small, and enough to decide. Immutable.
 *
 * @param itemId the item that it is about; empty for a request that has none
 * @param digest of what is asked, without ids and times: SHA-256 in hexadecimal digits. A decision
 *     names it, so that what was shown is what runs
 * @param threadId the thread that asks: the run's, or a sub-agent's
 * @param turnId the turn that asks
 * @param kind what sort of request it is, such as {@code command}
 * @param text what is asked, safe to keep: secrets are masked, long parts are cut; at most {@value
 *     #MOST_TEXT} characters
 * @param whole whether nothing is masked or cut; otherwise {@link TurnSteps#approvalText} has all
 */
public record PendingApproval(
    String itemId,
    String digest,
    String threadId,
    String turnId,
    String kind,
    String text,
    boolean whole) {

  /** How many characters of the text are kept. */
  public static final int MOST_TEXT = 4_000;

  /** Of an id that Codex or an MCP server gives. */
  private static final int MOST_ID = 200;

  /** What two requests for the same may differ in. */
  private static final List<String> PASSING =
      List.of("threadId", "turnId", "itemId", "callId", "approvalId", "startedAtMs", "requestId");

  /**
   * For tests of a host; {@link TurnSteps#follow} makes those of a run.
   *
   * @param itemId empty for none
   * @param digest not null
   * @param threadId not null
   * @param turnId empty for none
   * @param kind not null
   * @param text not null
   * @param whole whether nothing is masked or cut
   */
  @JsonCreator
  public PendingApproval(
      @JsonProperty("itemId") String itemId,
      @JsonProperty("digest") String digest,
      @JsonProperty("threadId") String threadId,
      @JsonProperty("turnId") String turnId,
      @JsonProperty("kind") String kind,
      @JsonProperty("text") String text,
      @JsonProperty("whole") boolean whole) {
    this.itemId = itemId;
    this.digest = digest;
    this.threadId = threadId;
    this.turnId = turnId;
    this.kind = kind;
    this.text = text;
    this.whole = whole;
  }

  /**
   * {@return what an engine, or a person, learns of a request}
   *
   * @param request as Codex asks
   */
  public static PendingApproval of(ApprovalRequest request) {
    String shown = String.join("\n", ApprovalText.lines(request));
    String text = Words.atMost(MOST_TEXT, shown);
    return new PendingApproval(
        Words.atMost(MOST_ID, request.origin().itemId()),
        digestOf(request),
        request.threadId(),
        request.turnId(),
        request.kind().key(),
        text,
        text.equals(fullText(request)));
  }

  static String fullText(ApprovalRequest request) {
    return String.join("\n", ApprovalText.fullLines(request));
  }

  private static String digestOf(ApprovalRequest request) {
    JsonNode asked = request.raw().deepCopy();
    if (asked instanceof ObjectNode fields) {
      fields.remove(PASSING);
    }
    return Words.digest(request.origin().method() + asked);
  }

  /**
   * {@return whether a person's decision is about this very approval}
   *
   * @param decision what was decided
   */
  public boolean isDecidedBy(Decision decision) {
    return !decision.isCarried() && isMeantBy(decision);
  }

  /** Whether a decision is about this, or about the same of an earlier item. */
  boolean isMeantBy(Decision decision) {
    return decision.digest().equals(digest)
        && (decision.isCarried() || decision.itemId().equals(itemId));
  }
}

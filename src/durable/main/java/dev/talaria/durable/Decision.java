package dev.talaria.durable;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.talaria.approval.ApprovalDecision;
import java.time.Instant;
import java.util.Objects;

/**
 * What a person decided about a {@link PendingApproval}. It holds for that request only: for
 * another item it is not used, nor when what is asked has another digest. Immutable.
 *
 * @param itemId the approval's
 * @param digest the approval's
 * @param verdict what may happen
 * @param content the filled-in form or the answers, as JSON; empty where none are asked. The engine
 *     keeps it
 * @param by who decided, for the record
 * @param at when
 */
public record Decision(
    String itemId,
    String digest,
    ApprovalDecision.Kind verdict,
    String content,
    String by,
    @JsonSerialize(using = ToStringSerializer.class) Instant at) {

  /** The most characters that {@code content} may have. */
  public static final int MOST_CONTENT = 8_000;

  /**
   * Checks the parts; {@link #of} is shorter.
   *
   * @param itemId not null
   * @param digest not blank
   * @param verdict not null
   * @param content not null; empty for none
   * @param by not null
   * @param at not null
   * @throws IllegalArgumentException if there is no digest, or the content is too long
   */
  public Decision {
    Objects.requireNonNull(itemId, "itemId");
    Words.required("the digest of the approval", digest);
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(at, "at");
    by = Words.atMost(200, Objects.requireNonNull(by, "by"));
    if (Objects.requireNonNull(content, "content").length() > MOST_CONTENT) {
      throw new IllegalArgumentException(
          "the answers have %d characters; at most %d are kept"
              .formatted(content.length(), MOST_CONTENT));
    }
  }

  @JsonCreator
  static Decision read(
      @JsonProperty("itemId") String itemId,
      @JsonProperty("digest") String digest,
      @JsonProperty("verdict") ApprovalDecision.Kind verdict,
      @JsonProperty("content") String content,
      @JsonProperty("by") String by,
      @JsonProperty("at") String at) {
    return new Decision(
        Objects.requireNonNullElse(itemId, ""),
        digest,
        verdict,
        Objects.requireNonNullElse(content, ""),
        Objects.requireNonNullElse(by, ""),
        Instant.parse(at));
  }

  /**
   * A decision without a form.
   *
   * @param about what was shown
   * @param verdict what may happen
   * @param by who decided
   * @param at when
   * @return the decision
   */
  public static Decision of(
      PendingApproval about, ApprovalDecision.Kind verdict, String by, Instant at) {
    return new Decision(about.itemId(), about.digest(), verdict, "", by, at);
  }

  /** The same for any item that asks the same. */
  Decision carried() {
    return new Decision("*", digest, verdict, content, by, at);
  }

  @JsonIgnore
  boolean isCarried() {
    return itemId.equals("*");
  }

  /** As Codex is answered. */
  ApprovalDecision decision() {
    if (!content.isEmpty() && verdict == ApprovalDecision.Kind.ALLOW) {
      try {
        JsonNode form = JsonMapper.builder().build().readTree(content);
        if (form.isObject()) {
          return ApprovalDecision.submit(form.deepCopy());
        }
      } catch (JsonProcessingException e) {
        // Not what was asked for, so nothing is allowed.
        return ApprovalDecision.decline();
      }
      return ApprovalDecision.decline();
    }
    return switch (verdict) {
      case ALLOW -> ApprovalDecision.allow();
      case ALLOW_FOR_SESSION -> ApprovalDecision.allowForSession();
      case ALLOW_ALWAYS -> ApprovalDecision.allowAlways();
      case CANCEL -> ApprovalDecision.cancel();
      case DECLINE -> ApprovalDecision.decline();
    };
  }

  /** Without the content: what a person filled in may be a secret. */
  @Override
  public String toString() {
    return "Decision[itemId=%s, verdict=%s, by=%s, at=%s]".formatted(itemId, verdict, by, at);
  }
}

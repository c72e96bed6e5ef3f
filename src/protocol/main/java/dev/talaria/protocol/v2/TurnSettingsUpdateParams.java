// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/**
 * Experimental settings changes for one running turn, not future turns. Unsupported fields are
 * rejected rather than silently ignored. Any live task kind may accept publication. Child
 * sessions and consumers of frozen initial settings are unchanged.
 */
@Experimental
public final class TurnSettingsUpdateParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public TurnSettingsUpdateParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param threadId {@code threadId}
   * @param turnId {@code turnId}
   * @return a value with these fields
   */
  public static TurnSettingsUpdateParams of(String threadId, String turnId) {
    return new TurnSettingsUpdateParams(Wire.object("threadId", threadId, "turnId", turnId));
  }

  /**
   * Changes the active turn's reviewer without changing future thread settings. Already captured
   * steps and pending approvals retain their original reviewer.
   *
   * @return {@code approvalsReviewer}; empty when absent or null
   */
  public Optional<ApprovalsReviewer> approvalsReviewer() {
    return Wire.optional(json(), "approvalsReviewer", ApprovalsReviewer::read);
  }

  /**
   * Sets {@code approvalsReviewer}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public TurnSettingsUpdateParams approvalsReviewer(ApprovalsReviewer value) {
    return new TurnSettingsUpdateParams(Wire.with(json(), "approvalsReviewer", value));
  }

  /**
   * Omission or `null` leaves the effort unchanged.
   *
   * @return {@code effort}; empty when absent or null
   */
  public Optional<String> effort() {
    return Wire.optionalText(json(), "effort");
  }

  /**
   * Sets {@code effort}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public TurnSettingsUpdateParams effort(String value) {
    return new TurnSettingsUpdateParams(Wire.with(json(), "effort", value));
  }

  /**
   * Replace the environments for subsequent steps of this turn, not future turns. Omitted/null
   * preserves the selection; [] clears it. An already-started step is unchanged.
   *
   * @return {@code environments}; empty also when absent or null
   */
  public List<TurnEnvironmentParams> environments() {
    return Wire.list(json(), "environments", TurnEnvironmentParams::new);
  }

  /**
   * Sets {@code environments}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public TurnSettingsUpdateParams environments(List<TurnEnvironmentParams> value) {
    return new TurnSettingsUpdateParams(Wire.with(json(), "environments", value));
  }

  /**
   * Omission or `null` leaves the model unchanged.
   *
   * @return {@code model}; empty when absent or null
   */
  public Optional<String> model() {
    return Wire.optionalText(json(), "model");
  }

  /**
   * Sets {@code model}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public TurnSettingsUpdateParams model(String value) {
    return new TurnSettingsUpdateParams(Wire.with(json(), "model", value));
  }

  /**
   * `null` clears the requested tier; omission leaves it unchanged.
   *
   * @return {@code serviceTier}; empty when absent or null
   */
  public Optional<String> serviceTier() {
    return Wire.optionalText(json(), "serviceTier");
  }

  /**
   * Sets {@code serviceTier}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public TurnSettingsUpdateParams serviceTier(String value) {
    return new TurnSettingsUpdateParams(Wire.with(json(), "serviceTier", value));
  }

  /**
   * Omission or `null` leaves the summary preference unchanged.
   *
   * @return {@code summary}; empty when absent or null
   */
  public Optional<ReasoningSummary> summary() {
    return Wire.optional(json(), "summary", ReasoningSummary::read);
  }

  /**
   * Sets {@code summary}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public TurnSettingsUpdateParams summary(ReasoningSummary value) {
    return new TurnSettingsUpdateParams(Wire.with(json(), "summary", value));
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

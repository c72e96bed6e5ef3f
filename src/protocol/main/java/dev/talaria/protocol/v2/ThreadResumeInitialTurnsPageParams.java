// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code ThreadResumeInitialTurnsPageParams} of the protocol. */
public final class ThreadResumeInitialTurnsPageParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadResumeInitialTurnsPageParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @return a value with no optional field
   */
  public static ThreadResumeInitialTurnsPageParams of() {
    return new ThreadResumeInitialTurnsPageParams(Wire.object());
  }

  /**
   * How much item detail to include for each returned turn; defaults to summary.
   *
   * @return {@code itemsView}; empty when absent or null
   */
  public Optional<TurnItemsView> itemsView() {
    return Wire.optional(json(), "itemsView", TurnItemsView::read);
  }

  /**
   * Sets {@code itemsView}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadResumeInitialTurnsPageParams itemsView(TurnItemsView value) {
    return new ThreadResumeInitialTurnsPageParams(Wire.with(json(), "itemsView", value));
  }

  /**
   * Optional turn page size.
   *
   * @return {@code limit}; empty when absent or null
   */
  public Optional<Long> limit() {
    return Wire.optional(json(), "limit", Wire::longInteger);
  }

  /**
   * Sets {@code limit}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadResumeInitialTurnsPageParams limit(Long value) {
    return new ThreadResumeInitialTurnsPageParams(Wire.with(json(), "limit", value));
  }

  /**
   * Optional turn pagination direction; defaults to descending.
   *
   * @return {@code sortDirection}; empty when absent or null
   */
  public Optional<SortDirection> sortDirection() {
    return Wire.optional(json(), "sortDirection", SortDirection::read);
  }

  /**
   * Sets {@code sortDirection}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadResumeInitialTurnsPageParams sortDirection(SortDirection value) {
    return new ThreadResumeInitialTurnsPageParams(Wire.with(json(), "sortDirection", value));
  }
}

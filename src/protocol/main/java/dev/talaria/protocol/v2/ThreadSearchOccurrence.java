// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** One visible message occurrence returned by [`ThreadSearchOccurrencesResponse`]. */
@Experimental
public final class ThreadSearchOccurrence extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadSearchOccurrence(JsonNode json) {
    super(json);
  }

  /** {@return {@code itemId}} */
  public String itemId() {
    return Wire.text(json(), "itemId");
  }

  /** {@return {@code snippet}} */
  public String snippet() {
    return Wire.text(json(), "snippet");
  }

  /**
   * Match range within `snippet`, in UTF-16 code units.
   *
   * @return {@code snippetMatchRange}
   */
  public ThreadSearchTextRange snippetMatchRange() {
    return Wire.required(json(), "snippetMatchRange", ThreadSearchTextRange::new);
  }

  /**
   * Opaque inclusive cursor accepted by `thread/turns/list` for this turn.
   *
   * @return {@code turnCursor}
   */
  public String turnCursor() {
    return Wire.text(json(), "turnCursor");
  }

  /** {@return {@code turnId}} */
  public String turnId() {
    return Wire.text(json(), "turnId");
  }
}

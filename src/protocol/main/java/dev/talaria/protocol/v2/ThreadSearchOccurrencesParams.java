// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** Parameters for searching visible message occurrences within one paginated thread. */
@Experimental
public final class ThreadSearchOccurrencesParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadSearchOccurrencesParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param searchTerm {@code searchTerm}
   * @param threadId {@code threadId}
   * @return a value with these fields
   */
  public static ThreadSearchOccurrencesParams of(String searchTerm, String threadId) {
    return new ThreadSearchOccurrencesParams(Wire.object("searchTerm", searchTerm, "threadId", threadId));
  }

  /**
   * Opaque cursor returned by a previous call for the same thread and search term.
   *
   * @return {@code cursor}; empty when absent or null
   */
  public Optional<String> cursor() {
    return Wire.optionalText(json(), "cursor");
  }

  /**
   * Sets {@code cursor}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadSearchOccurrencesParams cursor(String value) {
    return new ThreadSearchOccurrencesParams(Wire.with(json(), "cursor", value));
  }

  /**
   * Optional occurrence page size.
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
  public ThreadSearchOccurrencesParams limit(Long value) {
    return new ThreadSearchOccurrencesParams(Wire.with(json(), "limit", value));
  }

  /**
   * Case-insensitive literal substring to find in visible user messages and both partial and
   * final assistant answers.
   *
   * @return {@code searchTerm}
   */
  public String searchTerm() {
    return Wire.text(json(), "searchTerm");
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}

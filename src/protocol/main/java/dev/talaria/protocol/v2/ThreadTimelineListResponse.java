// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** EXPERIMENTAL - a bounded timeline page with its resolved opening voice state. */
@Experimental
public final class ThreadTimelineListResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadTimelineListResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code activeRealtimeSessionAtPageStart}; empty when absent or null} */
  public Optional<String> activeRealtimeSessionAtPageStart() {
    return Wire.optionalText(json(), "activeRealtimeSessionAtPageStart");
  }

  /** {@return {@code data}} */
  public List<ThreadTimelineEntry> data() {
    return Wire.list(json(), "data", ThreadTimelineEntry::read);
  }

  /** {@return {@code nextCursor}; empty when absent or null} */
  public Optional<String> nextCursor() {
    return Wire.optionalText(json(), "nextCursor");
  }
}

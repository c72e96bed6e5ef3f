// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** What {@code windows/worldWritableWarning} tells. */
public final class WindowsWorldWritableWarningNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public WindowsWorldWritableWarningNotification(JsonNode json) {
    super(json);
  }

  /** {@return {@code extraCount}} */
  public long extraCount() {
    return Wire.required(json(), "extraCount", Wire::longInteger);
  }

  /** {@return {@code failedScan}} */
  public boolean failedScan() {
    return Wire.required(json(), "failedScan", Wire::flag);
  }

  /** {@return {@code samplePaths}} */
  public List<String> samplePaths() {
    return Wire.list(json(), "samplePaths", Wire::text);
  }
}

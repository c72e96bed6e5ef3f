// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** What {@code item/fileChange/patchUpdated} tells. */
public final class FileChangePatchUpdatedNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public FileChangePatchUpdatedNotification(JsonNode json) {
    super(json);
  }

  /** {@return {@code changes}} */
  public List<FileUpdateChange> changes() {
    return Wire.list(json(), "changes", FileUpdateChange::new);
  }

  /** {@return {@code itemId}} */
  public String itemId() {
    return Wire.text(json(), "itemId");
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

// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** A thread that currently owns an attachment with the requested identity. */
public final class ThreadAttachmentOwner extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadAttachmentOwner(JsonNode json) {
    super(json);
  }

  /**
   * Whether the owning thread is archived, not whether it is currently executing a turn.
   *
   * @return {@code archived}
   */
  public boolean archived() {
    return Wire.required(json(), "archived", Wire::flag);
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}

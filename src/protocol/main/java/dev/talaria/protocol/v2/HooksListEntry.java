// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** {@code HooksListEntry} of the protocol. */
public final class HooksListEntry extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public HooksListEntry(JsonNode json) {
    super(json);
  }

  /** {@return {@code cwd}} */
  public String cwd() {
    return Wire.text(json(), "cwd");
  }

  /** {@return {@code errors}} */
  public List<HookErrorInfo> errors() {
    return Wire.list(json(), "errors", HookErrorInfo::new);
  }

  /** {@return {@code hooks}} */
  public List<HookMetadata> hooks() {
    return Wire.list(json(), "hooks", HookMetadata::read);
  }

  /** {@return {@code warnings}} */
  public List<String> warnings() {
    return Wire.list(json(), "warnings", Wire::text);
  }
}

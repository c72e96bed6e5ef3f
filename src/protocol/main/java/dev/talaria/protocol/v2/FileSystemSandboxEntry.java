// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** {@code FileSystemSandboxEntry} of the protocol. */
public final class FileSystemSandboxEntry extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public FileSystemSandboxEntry(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param access {@code access}
   * @param path {@code path}
   * @return a value with these fields
   */
  public static FileSystemSandboxEntry of(FileSystemAccessMode access, FileSystemPath path) {
    return new FileSystemSandboxEntry(Wire.object("access", access, "path", path));
  }

  /** {@return {@code access}} */
  public FileSystemAccessMode access() {
    return Wire.required(json(), "access", FileSystemAccessMode::read);
  }

  /** {@return {@code path}} */
  public FileSystemPath path() {
    return Wire.required(json(), "path", FileSystemPath::read);
  }
}

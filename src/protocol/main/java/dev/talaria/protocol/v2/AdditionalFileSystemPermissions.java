// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** {@code AdditionalFileSystemPermissions} of the protocol. */
public final class AdditionalFileSystemPermissions extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public AdditionalFileSystemPermissions(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @return a value with no optional field
   */
  public static AdditionalFileSystemPermissions of() {
    return new AdditionalFileSystemPermissions(Wire.object());
  }

  /** {@return {@code entries}; empty also when absent or null} */
  public List<FileSystemSandboxEntry> entries() {
    return Wire.list(json(), "entries", FileSystemSandboxEntry::new);
  }

  /**
   * Sets {@code entries}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public AdditionalFileSystemPermissions entries(List<FileSystemSandboxEntry> value) {
    return new AdditionalFileSystemPermissions(Wire.with(json(), "entries", value));
  }

  /** {@return {@code globScanMaxDepth}; empty when absent or null} */
  public Optional<Long> globScanMaxDepth() {
    return Wire.optional(json(), "globScanMaxDepth", Wire::longInteger);
  }

  /**
   * Sets {@code globScanMaxDepth}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public AdditionalFileSystemPermissions globScanMaxDepth(Long value) {
    return new AdditionalFileSystemPermissions(Wire.with(json(), "globScanMaxDepth", value));
  }

  /**
   * This will be removed in favor of `entries`.
   *
   * @return {@code read}; empty also when absent or null
   */
  public List<String> read_() {
    return Wire.list(json(), "read", Wire::text);
  }

  /**
   * Sets {@code read}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public AdditionalFileSystemPermissions read_(List<String> value) {
    return new AdditionalFileSystemPermissions(Wire.with(json(), "read", value));
  }

  /**
   * This will be removed in favor of `entries`.
   *
   * @return {@code write}; empty also when absent or null
   */
  public List<String> write() {
    return Wire.list(json(), "write", Wire::text);
  }

  /**
   * Sets {@code write}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public AdditionalFileSystemPermissions write(List<String> value) {
    return new AdditionalFileSystemPermissions(Wire.with(json(), "write", value));
  }
}

// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/**
 * {@code SandboxPolicy} of the protocol.
 *
 * <p>Its {@code type} says what it is.
 */
public sealed interface SandboxPolicy extends WireValue {

  /**
   * {@return the value of a kind that {@code type} names}
   *
   * @param json an object
   */
  static SandboxPolicy read(JsonNode json) {
    return switch (Wire.kind(json, "type")) {
      case "dangerFullAccess" -> new DangerFullAccess(json);
      case "readOnly" -> new ReadOnly(json);
      case "externalSandbox" -> new ExternalSandbox(json);
      case "workspaceWrite" -> new WorkspaceWrite(json);
      default -> new Unrecognized(json);
    };
  }

  /** {@code type} is {@code dangerFullAccess}. */
  final class DangerFullAccess extends WireObject implements SandboxPolicy {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public DangerFullAccess(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @return a value with no optional field
     */
    public static DangerFullAccess of() {
      return new DangerFullAccess(Wire.object("type", "dangerFullAccess"));
    }
  }

  /** {@code type} is {@code readOnly}. */
  final class ReadOnly extends WireObject implements SandboxPolicy {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public ReadOnly(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @return a value with no optional field
     */
    public static ReadOnly of() {
      return new ReadOnly(Wire.object("type", "readOnly"));
    }

    /** {@return {@code networkAccess}; empty when absent or null} */
    public Optional<Boolean> networkAccess() {
      return Wire.optional(json(), "networkAccess", Wire::flag);
    }

    /**
     * Sets {@code networkAccess}.
     *
     * @param value not null
     * @return a copy with it
     */
    public ReadOnly networkAccess(boolean value) {
      return new ReadOnly(Wire.with(json(), "networkAccess", value));
    }
  }

  /** {@code type} is {@code externalSandbox}. */
  final class ExternalSandbox extends WireObject implements SandboxPolicy {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public ExternalSandbox(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @return a value with no optional field
     */
    public static ExternalSandbox of() {
      return new ExternalSandbox(Wire.object("type", "externalSandbox"));
    }

    /** {@return {@code networkAccess}; empty when absent or null} */
    public Optional<NetworkAccess> networkAccess() {
      return Wire.optional(json(), "networkAccess", NetworkAccess::read);
    }

    /**
     * Sets {@code networkAccess}.
     *
     * @param value not null
     * @return a copy with it
     */
    public ExternalSandbox networkAccess(NetworkAccess value) {
      return new ExternalSandbox(Wire.with(json(), "networkAccess", value));
    }
  }

  /** {@code type} is {@code workspaceWrite}. */
  final class WorkspaceWrite extends WireObject implements SandboxPolicy {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public WorkspaceWrite(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @return a value with no optional field
     */
    public static WorkspaceWrite of() {
      return new WorkspaceWrite(Wire.object("type", "workspaceWrite"));
    }

    /** {@return {@code excludeSlashTmp}; empty when absent or null} */
    public Optional<Boolean> excludeSlashTmp() {
      return Wire.optional(json(), "excludeSlashTmp", Wire::flag);
    }

    /**
     * Sets {@code excludeSlashTmp}.
     *
     * @param value not null
     * @return a copy with it
     */
    public WorkspaceWrite excludeSlashTmp(boolean value) {
      return new WorkspaceWrite(Wire.with(json(), "excludeSlashTmp", value));
    }

    /** {@return {@code excludeTmpdirEnvVar}; empty when absent or null} */
    public Optional<Boolean> excludeTmpdirEnvVar() {
      return Wire.optional(json(), "excludeTmpdirEnvVar", Wire::flag);
    }

    /**
     * Sets {@code excludeTmpdirEnvVar}.
     *
     * @param value not null
     * @return a copy with it
     */
    public WorkspaceWrite excludeTmpdirEnvVar(boolean value) {
      return new WorkspaceWrite(Wire.with(json(), "excludeTmpdirEnvVar", value));
    }

    /** {@return {@code networkAccess}; empty when absent or null} */
    public Optional<Boolean> networkAccess() {
      return Wire.optional(json(), "networkAccess", Wire::flag);
    }

    /**
     * Sets {@code networkAccess}.
     *
     * @param value not null
     * @return a copy with it
     */
    public WorkspaceWrite networkAccess(boolean value) {
      return new WorkspaceWrite(Wire.with(json(), "networkAccess", value));
    }

    /** {@return {@code writableRoots}; empty also when absent or null} */
    public List<String> writableRoots() {
      return Wire.list(json(), "writableRoots", Wire::text);
    }

    /**
     * Sets {@code writableRoots}.
     *
     * @param value not null
     * @return a copy with it
     */
    public WorkspaceWrite writableRoots(List<String> value) {
      return new WorkspaceWrite(Wire.with(json(), "writableRoots", value));
    }
  }

  /** One with a {@code type} that is not known here. */
  final class Unrecognized extends WireObject implements SandboxPolicy {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Unrecognized(JsonNode json) {
      super(json);
    }
  }
}

// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** {@code ManagedHooksRequirements} of the protocol. */
public final class ManagedHooksRequirements extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ManagedHooksRequirements(JsonNode json) {
    super(json);
  }

  /** {@return {@code Interrupt}; empty also when absent or null} */
  public List<ConfiguredHookMatcherGroup> interrupt() {
    return Wire.list(json(), "Interrupt", ConfiguredHookMatcherGroup::new);
  }

  /** {@return {@code PermissionRequest}} */
  public List<ConfiguredHookMatcherGroup> permissionRequest() {
    return Wire.list(json(), "PermissionRequest", ConfiguredHookMatcherGroup::new);
  }

  /** {@return {@code PostCompact}} */
  public List<ConfiguredHookMatcherGroup> postCompact() {
    return Wire.list(json(), "PostCompact", ConfiguredHookMatcherGroup::new);
  }

  /** {@return {@code PostModelRequest}; empty also when absent or null} */
  public List<ConfiguredHookMatcherGroup> postModelRequest() {
    return Wire.list(json(), "PostModelRequest", ConfiguredHookMatcherGroup::new);
  }

  /** {@return {@code PostToolUse}} */
  public List<ConfiguredHookMatcherGroup> postToolUse() {
    return Wire.list(json(), "PostToolUse", ConfiguredHookMatcherGroup::new);
  }

  /** {@return {@code PreCompact}} */
  public List<ConfiguredHookMatcherGroup> preCompact() {
    return Wire.list(json(), "PreCompact", ConfiguredHookMatcherGroup::new);
  }

  /** {@return {@code PreModelRequest}; empty also when absent or null} */
  public List<ConfiguredHookMatcherGroup> preModelRequest() {
    return Wire.list(json(), "PreModelRequest", ConfiguredHookMatcherGroup::new);
  }

  /** {@return {@code PreToolUse}} */
  public List<ConfiguredHookMatcherGroup> preToolUse() {
    return Wire.list(json(), "PreToolUse", ConfiguredHookMatcherGroup::new);
  }

  /** {@return {@code SessionEnd}; empty also when absent or null} */
  public List<ConfiguredHookMatcherGroup> sessionEnd() {
    return Wire.list(json(), "SessionEnd", ConfiguredHookMatcherGroup::new);
  }

  /** {@return {@code SessionStart}} */
  public List<ConfiguredHookMatcherGroup> sessionStart() {
    return Wire.list(json(), "SessionStart", ConfiguredHookMatcherGroup::new);
  }

  /** {@return {@code Stop}} */
  public List<ConfiguredHookMatcherGroup> stop() {
    return Wire.list(json(), "Stop", ConfiguredHookMatcherGroup::new);
  }

  /** {@return {@code SubagentStart}} */
  public List<ConfiguredHookMatcherGroup> subagentStart() {
    return Wire.list(json(), "SubagentStart", ConfiguredHookMatcherGroup::new);
  }

  /** {@return {@code SubagentStop}} */
  public List<ConfiguredHookMatcherGroup> subagentStop() {
    return Wire.list(json(), "SubagentStop", ConfiguredHookMatcherGroup::new);
  }

  /** {@return {@code UserPromptSubmit}} */
  public List<ConfiguredHookMatcherGroup> userPromptSubmit() {
    return Wire.list(json(), "UserPromptSubmit", ConfiguredHookMatcherGroup::new);
  }

  /** {@return {@code managedDir}; empty when absent or null} */
  public Optional<String> managedDir() {
    return Wire.optionalText(json(), "managedDir");
  }

  /** {@return {@code windowsManagedDir}; empty when absent or null} */
  public Optional<String> windowsManagedDir() {
    return Wire.optionalText(json(), "windowsManagedDir");
  }
}

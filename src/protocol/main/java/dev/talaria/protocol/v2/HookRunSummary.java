// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** {@code HookRunSummary} of the protocol. */
public final class HookRunSummary extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public HookRunSummary(JsonNode json) {
    super(json);
  }

  /** {@return {@code completedAt}; empty when absent or null} */
  public Optional<Long> completedAt() {
    return Wire.optional(json(), "completedAt", Wire::longInteger);
  }

  /** {@return {@code displayOrder}} */
  public long displayOrder() {
    return Wire.required(json(), "displayOrder", Wire::longInteger);
  }

  /** {@return {@code durationMs}; empty when absent or null} */
  public Optional<Long> durationMs() {
    return Wire.optional(json(), "durationMs", Wire::longInteger);
  }

  /** {@return {@code entries}} */
  public List<HookOutputEntry> entries() {
    return Wire.list(json(), "entries", HookOutputEntry::new);
  }

  /** {@return {@code eventName}} */
  public HookEventName eventName() {
    return Wire.required(json(), "eventName", HookEventName::read);
  }

  /** {@return {@code executionMode}} */
  public HookExecutionMode executionMode() {
    return Wire.required(json(), "executionMode", HookExecutionMode::read);
  }

  /** {@return {@code handlerType}} */
  public HookHandlerType handlerType() {
    return Wire.required(json(), "handlerType", HookHandlerType::read);
  }

  /** {@return {@code id}} */
  public String id() {
    return Wire.text(json(), "id");
  }

  /** {@return {@code scope}} */
  public HookScope scope() {
    return Wire.required(json(), "scope", HookScope::read);
  }

  /** {@return {@code source}; empty when absent or null} */
  public Optional<HookSource> source() {
    return Wire.optional(json(), "source", HookSource::read);
  }

  /** {@return {@code sourcePath}} */
  public String sourcePath() {
    return Wire.text(json(), "sourcePath");
  }

  /** {@return {@code startedAt}} */
  public long startedAt() {
    return Wire.required(json(), "startedAt", Wire::longInteger);
  }

  /** {@return {@code status}} */
  public HookRunStatus status() {
    return Wire.required(json(), "status", HookRunStatus::read);
  }

  /** {@return {@code statusMessage}; empty when absent or null} */
  public Optional<String> statusMessage() {
    return Wire.optionalText(json(), "statusMessage");
  }
}

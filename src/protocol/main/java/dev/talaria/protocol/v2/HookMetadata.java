// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/**
 * {@code HookMetadata} of the protocol.
 *
 * <p>Its {@code handlerType} says what it is.
 */
public sealed interface HookMetadata extends WireValue {

  /**
   * {@return the value of a kind that {@code handlerType} names}
   *
   * @param json an object
   */
  static HookMetadata read(JsonNode json) {
    return switch (Wire.kind(json, "handlerType")) {
      case "command" -> new Command(json);
      case "mcpTool" -> new McpTool(json);
      case "prompt" -> new Prompt(json);
      case "agent" -> new Agent(json);
      default -> new Unrecognized(json);
    };
  }

  /**
   * Configured `additionalContext` spill threshold. `null` uses 2,500 tokens; `0` disables
   * spilling.
   *
   * @return {@code additionalContextLimit}; empty when absent or null
   */
  default Optional<Long> additionalContextLimit() {
    return Wire.optional(json(), "additionalContextLimit", Wire::longInteger);
  }

  /** {@return {@code currentHash}} */
  default String currentHash() {
    return Wire.text(json(), "currentHash");
  }

  /** {@return {@code displayOrder}} */
  default long displayOrder() {
    return Wire.required(json(), "displayOrder", Wire::longInteger);
  }

  /** {@return {@code enabled}} */
  default boolean enabled() {
    return Wire.required(json(), "enabled", Wire::flag);
  }

  /**
   * The owning execution environment, if this hook came from its requirements.
   *
   * @return {@code environmentId}; empty when absent or null
   */
  default Optional<String> environmentId() {
    return Wire.optionalText(json(), "environmentId");
  }

  /** {@return {@code eventName}} */
  default HookEventName eventName() {
    return Wire.required(json(), "eventName", HookEventName::read);
  }

  /** {@return {@code isManaged}} */
  default boolean isManaged() {
    return Wire.required(json(), "isManaged", Wire::flag);
  }

  /** {@return {@code key}} */
  default String key() {
    return Wire.text(json(), "key");
  }

  /** {@return {@code matcher}; empty when absent or null} */
  default Optional<String> matcher() {
    return Wire.optionalText(json(), "matcher");
  }

  /** {@return {@code pluginId}; empty when absent or null} */
  default Optional<String> pluginId() {
    return Wire.optionalText(json(), "pluginId");
  }

  /** {@return {@code source}} */
  default HookSource source() {
    return Wire.required(json(), "source", HookSource::read);
  }

  /** {@return {@code sourcePath}} */
  default String sourcePath() {
    return Wire.text(json(), "sourcePath");
  }

  /** {@return {@code statusMessage}; empty when absent or null} */
  default Optional<String> statusMessage() {
    return Wire.optionalText(json(), "statusMessage");
  }

  /** {@return {@code timeoutSec}} */
  default long timeoutSec() {
    return Wire.required(json(), "timeoutSec", Wire::longInteger);
  }

  /** {@return {@code trustStatus}} */
  default HookTrustStatus trustStatus() {
    return Wire.required(json(), "trustStatus", HookTrustStatus::read);
  }

  /** {@code handlerType} is {@code command}. */
  final class Command extends WireObject implements HookMetadata {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Command(JsonNode json) {
      super(json);
    }

    /** {@return {@code async}; empty when absent or null} */
    @Experimental
    public Optional<Boolean> async() {
      return Wire.optional(json(), "async", Wire::flag);
    }

    /** {@return {@code command}} */
    @Experimental
    public String command() {
      return Wire.text(json(), "command");
    }
  }

  /** {@code handlerType} is {@code mcpTool}. */
  final class McpTool extends WireObject implements HookMetadata {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public McpTool(JsonNode json) {
      super(json);
    }

    /** {@return {@code server}} */
    @Experimental
    public String server() {
      return Wire.text(json(), "server");
    }

    /** {@return {@code tool}} */
    @Experimental
    public String tool() {
      return Wire.text(json(), "tool");
    }
  }

  /** {@code handlerType} is {@code prompt}. */
  final class Prompt extends WireObject implements HookMetadata {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Prompt(JsonNode json) {
      super(json);
    }
  }

  /** {@code handlerType} is {@code agent}. */
  final class Agent extends WireObject implements HookMetadata {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Agent(JsonNode json) {
      super(json);
    }
  }

  /** One with a {@code handlerType} that is not known here. */
  final class Unrecognized extends WireObject implements HookMetadata {

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

// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/**
 * {@code ConfiguredHookHandler} of the protocol.
 *
 * <p>Its {@code type} says what it is.
 */
public sealed interface ConfiguredHookHandler extends WireValue {

  /**
   * {@return the value of a kind that {@code type} names}
   *
   * @param json an object
   */
  static ConfiguredHookHandler read(JsonNode json) {
    return switch (Wire.kind(json, "type")) {
      case "command" -> new Command(json);
      case "mcp_tool" -> new McpTool(json);
      case "prompt" -> new Prompt(json);
      case "agent" -> new Agent(json);
      default -> new Unrecognized(json);
    };
  }

  /** {@code type} is {@code command}. */
  final class Command extends WireObject implements ConfiguredHookHandler {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Command(JsonNode json) {
      super(json);
    }

    /**
     * Approximate token threshold for spilling this hook's `additionalContext` to disk. `null`
     * uses 2,500 tokens; `0` disables spilling for this hook. The threshold is evaluated against
     * the original context; a spilled preview also includes recovery metadata.
     *
     * @return {@code additionalContextLimit}; empty when absent or null
     */
    public Optional<Long> additionalContextLimit() {
      return Wire.optional(json(), "additionalContextLimit", Wire::longInteger);
    }

    /** {@return {@code async}} */
    public boolean async() {
      return Wire.required(json(), "async", Wire::flag);
    }

    /** {@return {@code command}} */
    public String command() {
      return Wire.text(json(), "command");
    }

    /** {@return {@code commandWindows}; empty when absent or null} */
    public Optional<String> commandWindows() {
      return Wire.optionalText(json(), "commandWindows");
    }

    /** {@return {@code statusMessage}; empty when absent or null} */
    public Optional<String> statusMessage() {
      return Wire.optionalText(json(), "statusMessage");
    }

    /** {@return {@code timeoutSec}; empty when absent or null} */
    public Optional<Long> timeoutSec() {
      return Wire.optional(json(), "timeoutSec", Wire::longInteger);
    }
  }

  /** {@code type} is {@code mcp_tool}. */
  final class McpTool extends WireObject implements ConfiguredHookHandler {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public McpTool(JsonNode json) {
      super(json);
    }

    /** {@return {@code input}; a missing node when absent} */
    public JsonNode input() {
      return json().path("input");
    }

    /** {@return {@code server}} */
    public String server() {
      return Wire.text(json(), "server");
    }

    /** {@return {@code statusMessage}; empty when absent or null} */
    public Optional<String> statusMessage() {
      return Wire.optionalText(json(), "statusMessage");
    }

    /** {@return {@code timeoutSec}; empty when absent or null} */
    public Optional<Long> timeoutSec() {
      return Wire.optional(json(), "timeoutSec", Wire::longInteger);
    }

    /** {@return {@code tool}} */
    public String tool() {
      return Wire.text(json(), "tool");
    }
  }

  /** {@code type} is {@code prompt}. */
  final class Prompt extends WireObject implements ConfiguredHookHandler {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Prompt(JsonNode json) {
      super(json);
    }
  }

  /** {@code type} is {@code agent}. */
  final class Agent extends WireObject implements ConfiguredHookHandler {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Agent(JsonNode json) {
      super(json);
    }
  }

  /** One with a {@code type} that is not known here. */
  final class Unrecognized extends WireObject implements ConfiguredHookHandler {

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

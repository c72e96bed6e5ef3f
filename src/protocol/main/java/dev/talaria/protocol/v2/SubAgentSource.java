// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/**
 * {@code SubAgentSource} of the protocol.
 *
 * <p>A name, or an object with one key.
 */
public sealed interface SubAgentSource extends WireValue {

  /**
   * {@return the value of a name or an object}
   *
   * @param json a string or an object
   */
  static SubAgentSource read(JsonNode json) {
    for (Name one : Name.values()) {
      if (one.wire.equals(json.textValue())) {
        return one;
      }
    }
    return switch (Wire.kind(json)) {
      case "thread_spawn" -> new ThreadSpawn(json);
      case "other" -> new Other(json);
      default -> new Unrecognized(json);
    };
  }

  /** The names. */
  enum Name implements SubAgentSource, WireEnum {
    /** {@code review}. */
    REVIEW("review"),
    /** {@code compact}. */
    COMPACT("compact"),
    /** {@code memory_consolidation}. */
    MEMORY_CONSOLIDATION("memory_consolidation");

    private final String wire;

    Name(String wire) {
      this.wire = wire;
    }

    @Override
    public String wire() {
      return wire;
    }

    @Override
    public JsonNode json() {
      return Wire.tree((Object) wire);
    }
  }

  /** {@code ThreadSpawn} of the protocol. */
  final class ThreadSpawn extends WireObject implements SubAgentSource {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public ThreadSpawn(JsonNode json) {
      super(json);
    }

    /** {@return {@code thread_spawn}} */
    public ThreadSpawnValue threadSpawn() {
      return Wire.required(json(), "thread_spawn", ThreadSpawnValue::new);
    }

    /** {@code ThreadSpawnValue} of the protocol. */
    public static final class ThreadSpawnValue extends WireObject {

      /**
       * Reads one.
       *
       * @param json kept as it is
       */
      public ThreadSpawnValue(JsonNode json) {
        super(json);
      }

      /** {@return {@code agent_nickname}; empty when absent or null} */
      public Optional<String> agentNickname() {
        return Wire.optionalText(json(), "agent_nickname");
      }

      /** {@return {@code agent_path}; empty when absent or null} */
      public Optional<String> agentPath() {
        return Wire.optionalText(json(), "agent_path");
      }

      /** {@return {@code agent_role}; empty when absent or null} */
      public Optional<String> agentRole() {
        return Wire.optionalText(json(), "agent_role");
      }

      /** {@return {@code depth}} */
      public int depth() {
        return Wire.required(json(), "depth", Wire::integer);
      }

      /** {@return {@code parent_thread_id}} */
      public String parentThreadId() {
        return Wire.text(json(), "parent_thread_id");
      }
    }
  }

  /** {@code Other} of the protocol. */
  final class Other extends WireObject implements SubAgentSource {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Other(JsonNode json) {
      super(json);
    }

    /** {@return {@code other}} */
    public String other() {
      return Wire.text(json(), "other");
    }
  }

  /** One with a name or key that is not known here. */
  final class Unrecognized extends WireObject implements SubAgentSource {

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

package dev.talaria.llm;

import java.time.Duration;
import java.util.Objects;

/**
 * One step of a loop, as it ends. Immutable.
 *
 * @param number which step it is, from 1
 * @param kind what was done
 * @param name the tool, the command, the query; empty where there is none
 * @param failed whether it failed
 * @param at when it ended, from the start of the call
 */
public record LoopStep(int number, Kind kind, String name, boolean failed, Duration at) {

  /** What a step can be. */
  public enum Kind {
    /** A shell command. */
    COMMAND,
    /** A tool of an MCP server. */
    MCP_TOOL,
    /** A tool of the host. */
    HOST_TOOL,
    /** A patch. */
    FILE_CHANGE,
    /** A search on the web. */
    WEB_SEARCH,
    /** A turn that did nothing but answer. */
    ANSWER
  }

  /**
   * Checks the components.
   *
   * @param number from 1
   * @param kind not null
   * @param name not null
   * @param failed whether it failed
   * @param at not null
   */
  public LoopStep {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(at, "at");
  }
}

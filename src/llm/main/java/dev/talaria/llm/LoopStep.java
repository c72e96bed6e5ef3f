package dev.talaria.llm;

import java.time.Duration;

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
}

package dev.talaria.tools;

/** Where a tool can run. */
public enum ToolScope {
  /** Only in the host's own process: the handler needs the host's context. */
  IN_HOST,

  /** Also in the process of {@code talaria tools-mcp}: the handler needs its arguments only. */
  ANYWHERE
}

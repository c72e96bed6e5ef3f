package dev.talaria.llm;

/** How much of the user's own Codex set-up a call sees; login and model provider always. */
public enum Isolation {
  /** The user's MCP servers, plugins, apps, skills, hooks and project instructions are off. */
  STRICT,
  /** Everything is as the user has configured it. */
  USER
}

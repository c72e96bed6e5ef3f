package dev.talaria.approval;

import java.util.Locale;

/** The kind of an approval request. */
public enum ApprovalKind {
  /** May this command run, or this text be typed into a terminal? */
  COMMAND,
  /** May this command reach a host? */
  NETWORK,
  /** May these files be changed? */
  FILE_CHANGE,
  /** May the agent have more permissions? */
  PERMISSIONS,
  /** May this MCP tool run? */
  MCP_TOOL,
  /** An MCP server's own question. */
  ELICITATION,
  /** Questions of the agent to the user. */
  USER_INPUT;

  /** {@return the name in configuration files and audit lines, such as {@code file_change}} */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}

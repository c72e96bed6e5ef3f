package dev.talaria.tools.internal;

import java.util.regex.Pattern;

/** Names of MCP servers and of their variables as Codex's dotted keys can hold them. Stateless. */
public final class ServerName {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,40}");
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private ServerName() {}

  public static String checked(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "'" + name + "' is not a name of an MCP server: 1 to 40 letters, digits, _ and -");
    }
    return name;
  }

  public static String variable(String name) {
    if (!VARIABLE.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "'" + name + "' is not a name of an environment variable: letters, digits and _");
    }
    return name;
  }

  /** The key of a server's setting in Codex's configuration. */
  public static String key(String server, String setting) {
    return "mcp_servers." + server + "." + setting;
  }
}

package dev.talaria.migration.section;

import dev.talaria.migration.MigrationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The two comment lines between which the section of one host stands. Immutable.
 *
 * @param host the host's name: letters, digits, dot, dash and underscore
 */
public record Markers(String host) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final String OUR_COMMAND = "talaria migrate";

  /** Ours, and that of the migrator of another program, which has the same form. */
  private static final Pattern START =
      Pattern.compile("# managed by (\\S+) — `([^`]{1,100})` regenerates this section");

  private static final Pattern END = Pattern.compile("# end (\\S+) managed section");

  /** Stands in a section that has nothing else. */
  static final String NOTHING = "# (no MCP servers, plugins or permissions are configured)";

  public Markers {
    if (!NAME.matcher(host).matches()) {
      throw new MigrationException(
          "the host name '"
              + host
              + "' cannot stand in a marker line: use letters, digits, '.', '-' and '_' only");
    }
  }

  public String start() {
    return "# managed by " + host + " — `" + OUR_COMMAND + "` regenerates this section";
  }

  String end() {
    return "# end " + host + " managed section";
  }

  /** The host whose section a comment begins; {@code null} if it begins none. */
  static String startOf(String comment) {
    Matcher matcher = START.matcher(comment);
    return matcher.matches() ? matcher.group(1) : null;
  }

  /** The other program's command that regenerates what a comment begins; empty if it is ours. */
  static String foreignCommand(String comment) {
    Matcher matcher = START.matcher(comment);
    return matcher.matches() && !matcher.group(2).equals(OUR_COMMAND) ? matcher.group(2) : "";
  }

  /** The host whose section a comment ends; {@code null} if it ends none. */
  static String endOf(String comment) {
    Matcher matcher = END.matcher(comment);
    return matcher.matches() ? matcher.group(1) : null;
  }
}

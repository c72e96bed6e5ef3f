package dev.talaria.migration.translate;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The variables that a session's Codex gets for the sake of its MCP servers, and which it has
 * already.
 *
 * <p>For one thread. A server works on a {@link #copy} that replaces the whole when nothing of it
 * was refused, so that a server that is left out leaves no variable behind.
 */
public final class ScopedEnvironment {

  /** What steers Codex itself, or every program: an MCP server's own value must not reach it. */
  private static final Pattern RESERVED =
      Pattern.compile(
          "(?:CODEX|OPENAI|LD|DYLD|RUST|SSL|LC)_.*|.*_PROXY|PATH|HOME|USER|LOGNAME|SHELL|LANG|TERM"
              + "|TZ|TMPDIR|TEMP|TMP|LOG_FORMAT|NO_COLOR|USERPROFILE|APPDATA|LOCALAPPDATA"
              + "|SYSTEMROOT|COMSPEC|PATHEXT");

  private final Map<String, String> set = new LinkedHashMap<>();
  private final Set<String> inherited = new HashSet<>();

  public ScopedEnvironment copy() {
    ScopedEnvironment copy = new ScopedEnvironment();
    copy.set.putAll(set);
    copy.inherited.addAll(inherited);
    return copy;
  }

  public Map<String, String> variables() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(set));
  }

  /** A server reads a variable that Codex has from the process that starts it. */
  void inherit(String place, String variable) {
    if (set.containsKey(variable)) {
      throw conflict(place, variable);
    }
    inherited.add(variable);
  }

  /** A server needs a variable to have a value. */
  void set(String place, String variable, String value) {
    if (RESERVED.matcher(variable.toUpperCase(Locale.ROOT)).matches()) {
      throw new IllegalArgumentException(
          place
              + " would change a variable that Codex itself reads: set it where Codex is started,"
              + " and write \"${NAME}\" with its own name");
    }
    if (inherited.contains(variable) || !set.getOrDefault(variable, value).equals(value)) {
      throw conflict(place, variable);
    }
    set.put(variable, checked(place, value));
  }

  /** Puts a value under a free name that begins with {@code wanted}, and gives that name. */
  String setSomewhere(String place, String wanted, String value) {
    String name = wanted;
    for (int i = 2; inherited.contains(name) || set.containsKey(name); i++) {
      name = wanted + "_" + i;
    }
    set.put(name, checked(place, value));
    return name;
  }

  private static String checked(String place, String value) {
    if (value.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          place + " holds the character U+0000, which no variable can");
    }
    return value;
  }

  private static IllegalArgumentException conflict(String place, String variable) {
    return new IllegalArgumentException(
        place
            + ": another server of the session has a different value for the variable "
            + HostValues.shown(variable)
            + ", and Codex has one environment for all: give both the same value, or rename one");
  }
}

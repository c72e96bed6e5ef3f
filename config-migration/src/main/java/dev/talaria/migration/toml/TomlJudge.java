package dev.talaria.migration.toml;

import dev.talaria.base.Redaction;
import dev.talaria.migration.MigrationException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseOptions;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * Has tomlj judge a document, in one pass, without what is valid beyond doubt.
 *
 * <p>What a document says of one root key depends on nothing that it says of another. Where all
 * statements of a key are plain lines, define nothing twice and no migration reads its value, tomlj
 * is not given them: a large {@code config.toml} is mostly {@code [projects]} tables, and tomlj's
 * time grows faster than its input (docs/engineering/performance.md). One use, one thread.
 */
final class TomlJudge {

  /** What has been defined at a path. */
  private enum Defined {
    /** Only something below it. */
    ABOVE,
    TABLE,
    VALUE
  }

  private static final String BLANKS = "[ \\t]*+";
  private static final String NO_TEXT =
      "\\x00-\\x08\\x0A-\\x1F\\x7F\\uD800-\\uDFFF\\x{10000}-\\x{10FFFF}";
  private static final String STRING = "(?:\"[^\"\\\\" + NO_TEXT + "]*+\"|'[^'" + NO_TEXT + "]*+')";
  private static final String KEY = "(?:[A-Za-z0-9_-]++|" + STRING + ")";
  private static final String SCALAR =
      "(?:" + STRING + "|true|false|-?(?:0|[1-9][0-9]{0,17}))(?=[ \\t\\r\\n,\\]}#]|$)";

  /**
   * A line that is valid TOML beyond doubt, taken alone: its strings have no escapes, its numbers
   * fit into 64 bits, its lists are not deep, and its inline tables cannot have a key twice.
   */
  private static final Pattern PLAIN =
      Pattern.compile(
          BLANKS
              + ("(?:\\[" + BLANKS + KEY + BLANKS + "(?:\\." + BLANKS + KEY + BLANKS + ")*+\\]")
              + ("|" + KEY + BLANKS + "=" + BLANKS + nested(nested(SCALAR)) + ")?+")
              + (BLANKS + "(?:#[^" + NO_TEXT + "]*+)?+(?:\\r?\\n)?+"));

  /** These values, lists of them, and inline tables of one of them. */
  private static String nested(String value) {
    String list = "\\[" + BLANKS + "(?:" + value + BLANKS + "(?:," + BLANKS + "|(?=\\])))*+\\]";
    String table = "\\{" + BLANKS + "(?:" + KEY + BLANKS + "=" + BLANKS + value + BLANKS + ")?+\\}";
    return "(?:" + value + "|" + list + "|" + table + ")";
  }

  private final String name;
  private final String text;
  private final Matcher plain;

  /** What tomlj is given, and the line in that text at which each of them begins. */
  private final List<TomlStatement> judged = new ArrayList<>();

  private final List<Integer> lines = new ArrayList<>();

  TomlJudge(String name, String text, List<TomlStatement> statements) {
    this.name = name;
    this.text = text;
    this.plain = PLAIN.matcher(text);
    Set<String> doubtful = doubtful(statements);
    for (TomlStatement statement : statements) {
      String key = statement.rootKey();
      if (key == null ? !isPlain(statement) : doubtful.contains(key)) {
        judged.add(statement);
      }
    }
  }

  /** The root keys that tomlj has to see. */
  private Set<String> doubtful(List<TomlStatement> statements) {
    Set<String> doubtful = new HashSet<>(TomlDocument.READ);
    Map<List<String>, Defined> defined = new HashMap<>();
    for (TomlStatement statement : statements) {
      String key = statement.rootKey();
      if (key != null
          && !doubtful.contains(key)
          && !(isPlain(statement) && isNew(statement, defined))) {
        doubtful.add(key);
      }
    }
    return doubtful;
  }

  private boolean isPlain(TomlStatement statement) {
    return plain.region(statement.start(), statement.end()).matches();
  }

  /** Nothing may be defined twice, and nothing below a value. */
  private static boolean isNew(TomlStatement statement, Map<List<String>, Defined> defined) {
    List<String> path = statement.path();
    Defined what = statement.isHeader() ? Defined.TABLE : Defined.VALUE;
    for (int length = path.size() - 1; length > 0; length--) {
      Defined above = defined.putIfAbsent(path.subList(0, length), Defined.ABOVE);
      if (above == Defined.VALUE) {
        return false;
      } else if (above != null) {
        break;
      }
    }
    Defined before = defined.put(path, what);
    return before == null || (before == Defined.ABOVE && what == Defined.TABLE);
  }

  /** The statements that are not valid beyond doubt, or of which values are read. */
  List<TomlStatement> judged() {
    return judged;
  }

  /**
   * The values of what tomlj has judged.
   *
   * @throws MigrationException if it is not TOML
   */
  TomlTable values() {
    StringBuilder document = new StringBuilder();
    int line = 1;
    for (TomlStatement statement : judged) {
      lines.add(line);
      document.append(text, statement.start(), statement.end());
      for (int i = statement.start(); i < statement.end(); i++) {
        line += text.charAt(i) == '\n' ? 1 : 0;
      }
    }
    TomlParseResult result;
    try {
      result = parse(document.toString());
    } catch (RuntimeException | AssertionError e) {
      // tomlj 2.2.0 throws on some malformed text
      throw failure(e);
    }
    if (result.hasErrors()) {
      throw refusal(result.errors().get(0));
    }
    for (int i = 0; i < judged.size(); i++) {
      requirePosition(result, judged.get(i), lines.get(i));
    }
    return result;
  }

  private static TomlParseResult parse(String document) {
    return Toml.parse(document, TomlParseOptions.defaults().withoutSource());
  }

  /** Names the first statement on which tomlj fails by itself, if there is one. */
  private MigrationException failure(Throwable cause) {
    String line = "";
    for (TomlStatement statement : judged) {
      try {
        parse(statement.text(text));
      } catch (RuntimeException | AssertionError e) {
        line = ", line " + statement.line();
        break;
      }
    }
    return new MigrationException(
        name
            + line
            + ": the TOML parser failed. It is not valid TOML, so nothing was changed; correct it"
            + " and try again",
        cause);
  }

  private MigrationException refusal(TomlParseError error) {
    int at = 0;
    while (at + 1 < judged.size() && lines.get(at + 1) <= error.position().line()) {
      at++;
    }
    int line = judged.get(at).line() + error.position().line() - lines.get(at);
    return new MigrationException(
        "%s, line %s, column %s: %s. It is not valid TOML, so nothing was changed; correct it and try again"
            .formatted(
                name,
                line,
                error.position().column(),
                Redaction.redact(String.valueOf(error.getMessage()))));
  }

  /** A document of which tomlj reads a line of ours as another than we do is not touched. */
  private void requirePosition(TomlTable table, TomlStatement statement, int line) {
    if (!statement.isKeyValue() || !TomlDocument.READ.contains(statement.rootKey())) {
      return;
    }
    TomlPosition position = positionOf(table, statement.path());
    if (position != null && position.line() != line) {
      throw new MigrationException(
          name
              + ": two readings of line "
              + statement.line()
              + " differ, so nothing was changed. Please report that line");
    }
  }

  /** {@code null} within an array of tables, where a path is not enough to name a key. */
  private static TomlPosition positionOf(TomlTable table, List<String> path) {
    for (int length = 1; length < path.size(); length++) {
      if (!(table.get(path.subList(0, length)) instanceof TomlTable)) {
        return null;
      }
    }
    return table.inputPositionOf(path);
  }
}

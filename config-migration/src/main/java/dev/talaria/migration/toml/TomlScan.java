package dev.talaria.migration.toml;

import dev.talaria.migration.MigrationException;
import dev.talaria.migration.toml.TomlStatement.Kind;
import java.util.ArrayList;
import java.util.List;
import org.tomlj.Toml;

/**
 * Cuts a TOML document into its statements, each with its exact place.
 *
 * <p>It knows strings of all four kinds, comments and brackets, so that it never takes a line
 * within a value for a statement. It judges nothing: {@link TomlJudge} does. One use, one thread.
 */
final class TomlScan {

  private final String text;
  private final String name;
  private final List<TomlStatement> statements = new ArrayList<>();
  private List<String> table = List.of();
  private int at;
  private int line = 1;

  private TomlScan(String text, String name) {
    this.text = text;
    this.name = name;
  }

  /**
   * The statements of {@code text}.
   *
   * @throws MigrationException if it cannot be cut into statements: it is not TOML
   */
  static List<TomlStatement> of(String text, String name) {
    TomlScan scan = new TomlScan(text, name);
    while (scan.at < text.length()) {
      scan.statement();
    }
    return scan.statements;
  }

  private void statement() {
    int start = at;
    int startLine = line;
    skipBlanks();
    if (atLineEnd()) {
      endLine();
      statements.add(
          new TomlStatement(Kind.BLANK, start, at, startLine, start, at, at, List.of(), table));
    } else if (text.charAt(at) == '#') {
      int hash = at;
      skipComment();
      int end = at;
      endLine();
      statements.add(
          new TomlStatement(Kind.COMMENT, start, at, startLine, hash, end, end, List.of(), table));
    } else if (text.charAt(at) == '[') {
      header(start, startLine);
    } else {
      keyValue(start, startLine);
    }
  }

  private void header(int start, int startLine) {
    int bracket = at;
    boolean array = text.startsWith("[[", at);
    at += array ? 2 : 1;
    List<String> path = key(']');
    String close = array ? "]]" : "]";
    if (!text.startsWith(close, at)) {
      throw notToml(line, "the table header is not closed by " + close);
    }
    at += close.length();
    int end = at;
    restOfLine();
    table = path;
    statements.add(
        new TomlStatement(
            array ? Kind.ARRAY_TABLE : Kind.TABLE,
            start,
            at,
            startLine,
            bracket,
            end,
            end,
            path,
            table));
  }

  private void keyValue(int start, int startLine) {
    int keyStart = at;
    List<String> key = key('=');
    if (at >= text.length() || text.charAt(at) != '=') {
      throw notToml(line, "a key without a value");
    }
    at++;
    skipBlanks();
    int valueStart = at;
    int valueEnd = value();
    restOfLine();
    statements.add(
        new TomlStatement(
            Kind.KEY_VALUE, start, at, startLine, keyStart, valueStart, valueEnd, key, table));
  }

  /** A dotted key up to {@code stop}, which is not consumed. */
  private List<String> key(char stop) {
    List<String> parts = new ArrayList<>(2);
    while (true) {
      skipBlanks();
      parts.add(keyPart());
      skipBlanks();
      if (at < text.length() && text.charAt(at) == '.') {
        at++;
      } else if (at < text.length() && text.charAt(at) == stop) {
        return List.copyOf(parts);
      } else {
        throw notToml(line, "a key that is not followed by '" + stop + "'");
      }
    }
  }

  private String keyPart() {
    int start = at;
    if (at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
      boolean basic = text.charAt(at) == '"';
      quoted();
      String raw = text.substring(start, at);
      return basic && raw.indexOf('\\') >= 0 ? unescaped(raw) : raw.substring(1, raw.length() - 1);
    }
    while (at < text.length() && isBare(text.charAt(at))) {
      at++;
    }
    if (at == start) {
      throw notToml(line, "neither a key nor a table header");
    }
    return text.substring(start, at);
  }

  private String unescaped(String raw) {
    try {
      return Toml.parseDottedKey(raw).get(0);
    } catch (IllegalArgumentException e) {
      throw notToml(line, "a key with an escape that TOML does not know");
    }
  }

  /** Any character that a bare key may have in some version of TOML; tomlj judges it. */
  private static boolean isBare(char c) {
    return c > ' ' && ".=[]{}\"'#,".indexOf(c) < 0;
  }

  /** Consumes a value with all its lines and returns where it ends. */
  private int value() {
    int startLine = line;
    int depth = 0;
    int end = at;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"' || c == '\'') {
        string();
      } else if (c == '#') {
        if (depth == 0) {
          return end;
        }
        skipComment();
      } else if (atLineEnd()) {
        if (depth == 0) {
          return end;
        }
        endLine();
      } else {
        depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
        at++;
      }
      if (at > end && text.charAt(at - 1) != ' ' && text.charAt(at - 1) != '\t') {
        end = at;
      }
    }
    if (depth > 0) {
      throw notToml(startLine, "an array or table that is not closed");
    }
    return end;
  }

  private void string() {
    char quote = text.charAt(at);
    String triple = String.valueOf(quote).repeat(3);
    if (text.startsWith(triple, at)) {
      longString(quote, triple);
    } else {
      quoted();
    }
  }

  private void longString(char quote, String triple) {
    int startLine = line;
    at += 3;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\\' && quote == '"') {
        at++;
        if (at < text.length() && text.charAt(at) == '\n') {
          line++;
        }
        at++;
      } else if (text.startsWith(triple, at)) {
        at += 3;
        // up to two more quotes belong to the string: """a"""""
        for (int more = 0; more < 2 && at < text.length() && text.charAt(at) == quote; more++) {
          at++;
        }
        return;
      } else {
        line += c == '\n' ? 1 : 0;
        at++;
      }
    }
    throw notToml(startLine, "a string that is not closed");
  }

  private void quoted() {
    char quote = text.charAt(at);
    at++;
    while (at < text.length() && text.charAt(at) != '\n') {
      char c = text.charAt(at);
      at += c == '\\' && quote == '"' ? 2 : 1;
      if (c == quote) {
        return;
      }
    }
    throw notToml(line, "a string that is not closed");
  }

  private void restOfLine() {
    skipBlanks();
    if (at < text.length() && text.charAt(at) == '#') {
      skipComment();
    }
    if (!atLineEnd()) {
      throw notToml(line, "something after the end of the statement");
    }
    endLine();
  }

  private void skipComment() {
    while (!atLineEnd()) {
      at++;
    }
  }

  private void skipBlanks() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
  }

  private boolean atLineEnd() {
    return at >= text.length() || text.charAt(at) == '\n' || text.startsWith("\r\n", at);
  }

  private void endLine() {
    if (at < text.length()) {
      at += text.charAt(at) == '\r' ? 2 : 1;
      line++;
    }
  }

  private MigrationException notToml(int line, String what) {
    return new MigrationException(
        name + ", line " + line + ": " + what + "; nothing was changed. Correct it and try again");
  }
}

package dev.talaria.migration;

import dev.talaria.migration.toml.TomljJudgement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What people, and Codex, do to a migrated file between two migrations. Stateless.
 *
 * <p>Each edit works on lines and brings a token that is nowhere else; one that would make the file
 * invalid, or that finds no line to work on, leaves it.
 */
enum HandEdit {
  ROOT_KEY,
  TABLE,
  SERVER,
  DOCS_SERVER,
  CHANGE_VALUE_WITHIN,
  KEY_WITHIN,
  TABLE_WITHIN,
  ROOT_KEY_WITHIN,
  COMMENT_WITHIN,
  ALWAYS_ALLOW,
  OTHER_PERMISSIONS,
  DELETE_TABLE,
  DELETE_LINE,
  DELETE_START_MARKER,
  DELETE_END_MARKER,
  DOUBLE_MARKER,
  APPEND_KEY;

  private static final String START = "# managed by talaria ";
  private static final String END = "# end talaria managed section";

  /** The text after the edit; the same one where it cannot be made. */
  String apply(String text, String token, int where) {
    if (text.startsWith("\ufeff")) {
      return "\ufeff" + apply(text.substring(1), token, where);
    }
    List<String> lines = new ArrayList<>(List.of(text.split("(?<=\n)", -1)));
    if (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1);
    }
    edit(lines, token, where);
    String edited = String.join("", lines);
    return isValid(edited) ? edited : text;
  }

  static boolean isValid(String text) {
    return TomljJudgement.of(text.startsWith("\ufeff") ? text.substring(1) : text).isPresent();
  }

  private void edit(List<String> lines, String token, int where) {
    int start = first(lines, START);
    int end = first(lines, END);
    IntPredicate within = i -> start >= 0 && i > start && (end < 0 || i <= end);
    IntPredicate header = i -> lines.get(i).startsWith("[");
    IntPredicate key = i -> lines.get(i).matches("(?s)[^#\\[\\s].* = .*");
    String value = "\"" + token + "\"\n";
    switch (this) {
      case ROOT_KEY -> lines.add(0, token + " = " + value);
      case TABLE -> append(lines, "\n[hand." + token + "]\nx = " + value);
      case SERVER -> append(lines, "[mcp_servers." + token + "]\ncommand = " + value);
      case DOCS_SERVER -> append(lines, "[mcp_servers.docs]\ncommand = " + value);
      case CHANGE_VALUE_WITHIN -> {
        int line = pick(lines, where, within.and(key));
        replace(
            lines, line, line < 0 ? "" : lines.get(line).replaceFirst(" = .*\\R?", " = " + value));
      }
      case KEY_WITHIN ->
          insert(lines, pick(lines, where, within.and(header)) + 1, token + " = " + value);
      case TABLE_WITHIN ->
          insert(
              lines,
              pick(lines, where, within.and(header.or(i -> i == end))),
              "[mcp_servers." + token + "]\ncommand = " + value + (where % 2 == 0 ? "\n" : ""));
      case ROOT_KEY_WITHIN -> insert(lines, start + 1, token + " = " + value);
      case COMMENT_WITHIN -> insert(lines, pick(lines, where, within), "# " + token + "\n");
      case ALWAYS_ALLOW ->
          insert(
              lines,
              pick(lines, where, i -> within.test(i) && (lines.get(i).isBlank() || i == end)),
              "\n[mcp_servers.docs.tools." + token + "]\napproval_mode = " + value);
      case OTHER_PERMISSIONS ->
          replace(lines, first(lines, "default_permissions = "), "default_permissions = " + value);
      case DELETE_TABLE -> deleteTable(lines, pick(lines, where, header));
      case DELETE_LINE -> replace(lines, pick(lines, where, i -> true), "");
      case DELETE_START_MARKER -> replace(lines, start, "");
      case DELETE_END_MARKER -> replace(lines, end, "");
      case DOUBLE_MARKER ->
          insert(
              lines,
              pick(lines, where, i -> true),
              (where % 2 == 0 ? lineOf(lines, start) : lineOf(lines, end)));
      default -> append(lines, token + " = " + value);
    }
  }

  private static String lineOf(List<String> lines, int line) {
    return line < 0 ? "" : lines.get(line);
  }

  private static int first(List<String> lines, String prefix) {
    return pick(lines, 0, i -> lines.get(i).startsWith(prefix));
  }

  /** One of the lines that suit; -1 without any. */
  private static int pick(List<String> lines, int where, IntPredicate suits) {
    int[] all = IntStream.range(0, lines.size()).filter(suits).toArray();
    return all.length == 0 ? -1 : all[where % all.length];
  }

  private static void append(List<String> lines, String text) {
    boolean open = !lines.isEmpty() && !lines.get(lines.size() - 1).endsWith("\n");
    lines.add((open ? "\n" : "") + text);
  }

  private static void insert(List<String> lines, int line, String text) {
    if (line > 0) {
      lines.add(line, text);
    }
  }

  private static void replace(List<String> lines, int line, String text) {
    if (line >= 0) {
      lines.set(line, text);
    }
  }

  private static void deleteTable(List<String> lines, int header) {
    if (header >= 0) {
      do {
        lines.remove(header);
      } while (header < lines.size() && lines.get(header).matches("(?s)[^\\[#].*"));
    }
  }
}

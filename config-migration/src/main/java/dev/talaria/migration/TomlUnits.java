package dev.talaria.migration;

import dev.talaria.base.Redaction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseOptions;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * Has tomlj judge a document in parts that do not depend on each other.
 *
 * <p>What a document says of one top-level key depends on nothing that it says of another, so all
 * statements of one key, in their order, are a document of their own: valid together exactly when
 * the whole is. tomlj's time grows faster than its input, and a migration parses nearly the same
 * text several times; parts are parsed side by side, and those that did not change only once. A
 * part of which we neither move nor compare anything, and which is {@linkplain PlainToml plain}, is
 * parsed only when a value of it is asked for. Stateless.
 */
final class TomlUnits {

  /** The size from which a part is worth dividing. */
  private static final int LARGE = 16 * 1024;

  /** Keys of which we move or compare statements: tomlj has to see them where we do. */
  private static final Set<String> OURS =
      Set.of("mcp_servers", "plugins", "default_permissions", "sandbox_mode", "permissions");

  /** All that a document says of one key, or of one key within a table. Thread-safe. */
  static final class Unit {

    private final List<String> key;
    private final String text;
    private final Supplier<TomlTable> parser;
    private TomlTable table;

    /**
     * @param key one or two segments; none for the comments before the first key
     * @param parser gives a table in which {@code key} is found; it may be shared with other units
     */
    private Unit(List<String> key, String text, Supplier<TomlTable> parser) {
      this.key = key;
      this.text = text;
      this.parser = parser;
    }

    /** A table in which the key is found. */
    synchronized TomlTable table() {
      if (table == null) {
        table = parser.get();
      }
      return table;
    }

    /** Whether it may say something of {@code path}. */
    boolean mayHold(List<String> path) {
      int common = Math.min(key.size(), path.size());
      return key.subList(0, common).equals(path.subList(0, common));
    }

    /** Whether it says all that there is of {@code path}. */
    boolean isWhole(List<String> path) {
      return path.size() >= key.size();
    }
  }

  private TomlUnits() {}

  /** The units of {@code text} by key; those that are in {@code known} are not parsed again. */
  static Map<List<String>, Unit> parse(
      String text, List<TomlStatement> statements, String name, Map<List<String>, Unit> known) {
    Map<List<String>, Unit> units = new LinkedHashMap<>();
    List<Draft> fresh = new ArrayList<>();
    for (Draft draft : drafts(text, statements)) {
      Unit before = known.get(draft.key);
      if (before != null && draft.isText(before.text)) {
        units.put(draft.key, before);
      } else if (draft.isPlain()) {
        units.put(draft.key, new Unit(draft.key, draft.text(), () -> table(draft, name)));
      } else {
        fresh.add(draft);
      }
    }
    List<List<Draft>> batches = batches(fresh);
    (batches.size() > 1 ? batches.parallelStream() : batches.stream())
        .map(batch -> parse(text, batch, name))
        .toList()
        .forEach(parsed -> parsed.forEach(unit -> units.put(unit.key, unit)));
    return units;
  }

  private static Collection<Draft> drafts(String text, List<TomlStatement> statements) {
    Map<String, Draft> byKey = new LinkedHashMap<>();
    Draft current = byKey.computeIfAbsent("", none -> new Draft(List.of(), text));
    for (TomlStatement statement : statements) {
      if (statement.isHeader() || statement.isRootKey()) {
        String first = statement.key().get(0);
        // "" is a key that TOML allows: it must not be the draft of the comments
        current = byKey.computeIfAbsent(" " + first, key -> new Draft(List.of(first), text));
      } else if (statement.table().isEmpty()) {
        current = byKey.get("");
      }
      current.add(statement);
    }
    List<Draft> all = new ArrayList<>();
    for (Draft draft : byKey.values()) {
      all.addAll(draft.divided());
    }
    return all;
  }

  private static List<List<Draft>> batches(List<Draft> drafts) {
    List<List<Draft>> batches = new ArrayList<>();
    int size = LARGE;
    for (Draft draft : drafts) {
      if (size >= LARGE) {
        batches.add(new ArrayList<>());
        size = 0;
      }
      batches.get(batches.size() - 1).add(draft);
      size += draft.length;
    }
    return batches;
  }

  private static List<Unit> parse(String text, List<Draft> batch, String name) {
    TomlTable table = table(text, batch, name);
    return batch.stream().map(draft -> new Unit(draft.key, draft.text(), () -> table)).toList();
  }

  private static TomlTable table(Draft draft, String name) {
    return table(draft.document, List.of(draft), name);
  }

  private static TomlTable table(String text, List<Draft> batch, String name) {
    List<TomlStatement> ordered = new ArrayList<>();
    batch.forEach(
        draft -> draft.statements.stream().filter(TomlUnits::isRoot).forEach(ordered::add));
    batch.forEach(
        draft ->
            draft.statements.stream()
                .filter(statement -> !isRoot(statement))
                .forEach(ordered::add));
    StringBuilder document = new StringBuilder();
    // the line of each statement in the text that tomlj is given, minus the one in the whole
    int[] lines = new int[ordered.size()];
    int line = 1;
    for (int i = 0; i < lines.length; i++) {
      lines[i] = line;
      String part = ordered.get(i).text(text);
      document.append(part);
      if (!part.endsWith("\n")) {
        document.append('\n');
      }
      line += (int) part.chars().filter(c -> c == '\n').count() + (part.endsWith("\n") ? 0 : 1);
    }
    TomlParseResult result;
    try {
      result = judge(document.toString());
    } catch (RuntimeException | AssertionError e) {
      // tomlj 2.2.0 throws on some malformed text
      throw failure(e, ordered, text, name);
    }
    if (result.hasErrors()) {
      throw refusal(result.errors().get(0), ordered, lines, name);
    }
    for (int i = 0; i < lines.length; i++) {
      requirePosition(result, ordered.get(i), lines[i], name);
    }
    return result;
  }

  private static TomlParseResult judge(String document) {
    return Toml.parse(document, TomlParseOptions.defaults().withoutSource());
  }

  /** Names the first statement on which tomlj fails by itself, if there is one. */
  private static MigrationException failure(
      Throwable cause, List<TomlStatement> ordered, String text, String name) {
    String line = "";
    for (TomlStatement statement : ordered) {
      try {
        judge(statement.text(text));
      } catch (RuntimeException | AssertionError e) {
        line = ", line " + statement.line();
        break;
      }
    }
    return new MigrationException(
        name
            + line
            + ": the TOML parser failed. It is no valid TOML, so nothing was changed; correct it and"
            + " try again",
        cause);
  }

  private static boolean isRoot(TomlStatement statement) {
    return statement.table().isEmpty();
  }

  private static MigrationException refusal(
      TomlParseError error, List<TomlStatement> ordered, int[] lines, String name) {
    int at = 0;
    while (at + 1 < lines.length && lines[at + 1] <= error.position().line()) {
      at++;
    }
    int line = ordered.get(at).line() + error.position().line() - lines[at];
    return new MigrationException(
        name
            + ", line "
            + line
            + ", column "
            + error.position().column()
            + ": "
            + Redaction.redact(String.valueOf(error.getMessage()))
            + ". It is no valid TOML, so nothing was changed; correct it and try again");
  }

  /** Two readings of a line that differ make a document one that is not touched. */
  private static void requirePosition(
      TomlTable table, TomlStatement statement, int line, String name) {
    if (!statement.isKeyValue() || !OURS.contains(statement.path().get(0))) {
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

  /** A unit that is not yet parsed. */
  private static final class Draft {

    private final List<String> key;
    private final String document;
    private final List<TomlStatement> statements = new ArrayList<>();
    private int length;

    Draft(List<String> key, String document) {
      this.key = key;
      this.document = document;
    }

    void add(TomlStatement statement) {
      statements.add(statement);
      length += statement.end() - statement.start();
    }

    String text() {
      StringBuilder text = new StringBuilder(length);
      statements.forEach(s -> text.append(document, s.start(), s.end()));
      return text.toString();
    }

    boolean isText(String other) {
      int from = 0;
      boolean same = other.length() == length;
      for (int i = 0; same && i < statements.size(); i++) {
        TomlStatement s = statements.get(i);
        int size = s.end() - s.start();
        same = other.regionMatches(from, document, s.start(), size);
        from += size;
      }
      return same;
    }

    /** Whether nobody has to look at its values now. */
    boolean isPlain() {
      return !key.isEmpty()
          && !OURS.contains(key.get(0))
          && PlainToml.isPlain(document, statements);
    }

    /** By the second segment, where nothing but plain tables below the key speaks of it. */
    List<Draft> divided() {
      if (length < LARGE || key.isEmpty() || !statements.stream().allMatch(Draft::isBelow)) {
        return List.of(this);
      }
      Map<String, Draft> parts = new LinkedHashMap<>();
      Draft current = this;
      for (TomlStatement statement : statements) {
        if (statement.isHeader()) {
          List<String> two = statement.key().subList(0, 2);
          current = parts.computeIfAbsent(two.get(1), second -> new Draft(two, document));
        }
        current.add(statement);
      }
      return List.copyOf(parts.values());
    }

    private static boolean isBelow(TomlStatement statement) {
      return statement.isHeader()
          ? statement.kind() == TomlStatement.Kind.TABLE && statement.key().size() >= 2
          : !statement.table().isEmpty();
    }
  }
}

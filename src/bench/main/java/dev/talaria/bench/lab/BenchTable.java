package dev.talaria.bench.lab;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The outcome of one benchmark: a table for people, and the same as JSON.
 *
 * <p>Not thread-safe. Cells are texts, numbers or null; a number is shown with about three digits
 * and written as it is, and null, shown as {@code -}, stands for what was not measured.
 *
 * <p>The JSON is {@code {"name", "title", "machine": {"java", "os", "cores", "loadAverage"},
 * "columns": [..], "rows": [{column: cell}], "notes": [..]}}.
 */
public final class BenchTable {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final String name;
  private final String title;
  private final List<String> columns;
  private final List<List<Object>> rows = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<Goal> goals = new ArrayList<>();
  private final double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();

  /**
   * What a figure should be at most, and what it was.
   *
   * @param what the figure, in a few words
   */
  public record Goal(String what, double most, double reached) {

    /** {@return whether the figure is not above its goal} */
    public boolean met() {
      return reached <= most;
    }

    /** {@return a row of a table in Markdown: what, goal, figure, whether it was met} */
    public String markdown() {
      String verdict = met() ? "met" : "**missed**";
      return "| %s | %s | %s | %s |\n".formatted(what, shown(most), figure(), verdict);
    }

    private String figure() {
      String rounded = shown(reached);
      return !met() && rounded.equals(shown(most)) ? "just above " + rounded : rounded;
    }

    @Override
    public String toString() {
      return what + ": " + figure() + ", goal " + shown(most) + (met() ? ", met" : ", missed");
    }
  }

  /**
   * A table without rows.
   *
   * @param name what the benchmark is called on the command line, and its file of JSON after that
   * @param title what is compared, in one line
   * @param columns their headings with units, as {@code MB/s}; the first one names the row
   */
  public BenchTable(String name, String title, String... columns) {
    this.name = name;
    this.title = title;
    this.columns = List.of(columns);
  }

  /** Adds a row; it has a cell for each column. */
  public BenchTable row(Object... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(
          "a row of " + name + " has " + columns.size() + " cells, not " + cells.length);
    }
    List<Object> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(cell == null || cell instanceof Number ? cell : cell.toString());
    }
    rows.add(row);
    return this;
  }

  /**
   * Adds a line below the table: a target and whether it is met, or how something was measured.
   *
   * @param note as {@link String#format} takes it, where there are figures
   */
  public BenchTable note(String note, Object... figures) {
    notes.add(figures.length == 0 ? note : String.format(Locale.ROOT, note, figures));
    return this;
  }

  /**
   * Adds a goal, which is a line below the table, too.
   *
   * @param what the figure, in a few words
   * @param most what it should be at most
   */
  public BenchTable goal(String what, double most, double reached) {
    Goal goal = new Goal(what, most, reached);
    goals.add(goal);
    return note(goal.toString());
  }

  /** {@return the goals, in the order in which they were added} */
  public List<Goal> goals() {
    return List.copyOf(goals);
  }

  /**
   * The number in a cell.
   *
   * @param row what its first cell shows
   * @throws IllegalArgumentException if there is no such number
   */
  public double cell(String row, String column) {
    int at = columns.indexOf(column);
    return rows.stream()
        .filter(cells -> at >= 0 && cells.get(0).toString().equals(row))
        .map(cells -> cells.get(at))
        .filter(Number.class::isInstance)
        .mapToDouble(cell -> ((Number) cell).doubleValue())
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(name + " has no number for " + row + ", " + column));
  }

  /** What a cell of one row is of the same cell of another one. */
  public double ratio(String row, String other, String column) {
    return cell(row, column) / cell(other, column);
  }

  /** The table as a section of a page in Markdown. */
  public String markdown() {
    StringBuilder page = new StringBuilder("### ").append(name).append("\n\n");
    page.append(Character.toUpperCase(title.charAt(0))).append(title.substring(1)).append(".\n\n");
    line(page, columns);
    page.append("|---|").append("---:|".repeat(columns.size() - 1)).append('\n');
    rows.forEach(row -> line(page, row.stream().map(BenchTable::shown).toList()));
    page.append('\n');
    notes.forEach(note -> page.append("- ").append(note.strip()).append('\n'));
    return page.toString();
  }

  private static void line(StringBuilder page, List<String> cells) {
    page.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  /** Prints the table and writes {@code name.json} into a folder, which is made if need be. */
  public void publish(PrintWriter out, Path folder) throws IOException {
    publishTo(out, folder.resolve(name + ".json"));
  }

  /** Prints the table and writes it as JSON to a file. */
  public void publishTo(PrintWriter out, Path file) throws IOException {
    print(out);
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    JSON.writeValue(file.toFile(), toJson());
  }

  /** Prints the table for people. */
  public void print(PrintWriter out) {
    int[] widths = new int[columns.size()];
    List<List<String>> lines = new ArrayList<>();
    lines.add(columns);
    rows.forEach(row -> lines.add(row.stream().map(BenchTable::shown).toList()));
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    out.println(name + ": " + title);
    for (List<String> line : lines) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String padding = " ".repeat(widths[i] - line.get(i).length());
        text.append(i == 0 ? line.get(i) + padding : "  " + padding + line.get(i));
      }
      out.println(text.toString().stripTrailing());
    }
    notes.forEach(note -> out.println("  " + note));
    out.flush();
  }

  /** The table as JSON. */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("name", name).put("title", title);
    json.putObject("machine")
        .put("java", System.getProperty("java.vm.version"))
        .put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"))
        .put("cores", Runtime.getRuntime().availableProcessors())
        .put("loadAverage", load);
    ArrayNode headings = json.putArray("columns");
    columns.forEach(headings::add);
    ArrayNode list = json.putArray("rows");
    for (List<Object> row : rows) {
      ObjectNode object = list.addObject();
      for (int i = 0; i < row.size(); i++) {
        object.putPOJO(columns.get(i), row.get(i));
      }
    }
    ArrayNode texts = json.putArray("notes");
    notes.forEach(texts::add);
    return json;
  }

  private static String shown(Object cell) {
    if (cell == null) {
      return "-";
    }
    if (!(cell instanceof Double || cell instanceof Float)) {
      return cell instanceof Number number
          ? String.format(Locale.ROOT, "%,d", number.longValue())
          : cell.toString();
    }
    double value = ((Number) cell).doubleValue();
    double size = Math.abs(value);
    String format = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 0.1 ? "%.2f" : "%.4f";
    return String.format(Locale.ROOT, format, value);
  }
}

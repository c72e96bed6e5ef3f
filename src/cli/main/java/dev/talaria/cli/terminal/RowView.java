package dev.talaria.cli.terminal;

import java.util.List;

/** Rows that are looked at from end to end, in place of the input. Under the console's lock. */
public class RowView {

  private static final int OWN_ROWS = 2;

  private final Console console;
  private final List<String> rows;
  private int first;

  /**
   * @param rows wrapped and coloured
   */
  public RowView(Console console, List<String> rows) {
    this.console = console;
    this.rows = rows;
  }

  private int page() {
    return console.height() - OWN_ROWS;
  }

  /** The rows that are in sight, and what the keys do. */
  public String prompt() {
    first = Math.max(0, Math.min(first, rows.size() - page()));
    int end = Math.min(rows.size(), first + page());
    String place = "  rows " + (first + 1) + " to " + end + " of " + rows.size();
    String keys = place + "; arrows, PgUp, PgDn, g, G; q goes back ";
    return String.join("\n", rows.subList(first, end))
        + "\n"
        + console.coloured("7", Columns.clip(keys, console.width() - 2))
        + " ";
  }

  /** Moves; whether it is still looked at. */
  public boolean key(String key) {
    switch (key) {
      case "\u001b[A", "\u001bOA", "k", "\u0010" -> first--;
      case "\u001b[B", "\u001bOB", "j", "\u000e", "\r" -> first++;
      case "\u001b[5~", "b" -> first -= page();
      case "\u001b[6~", " " -> first += page();
      case "g" -> first = 0;
      case "G" -> first = rows.size();
      case "q", "Q", "v", "\u001b" -> {
        return false;
      }
      default -> {
        // Means nothing here.
      }
    }
    return true;
  }
}

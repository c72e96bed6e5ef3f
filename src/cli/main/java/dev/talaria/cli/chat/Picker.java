package dev.talaria.cli.chat;

import dev.talaria.cli.terminal.Columns;
import dev.talaria.cli.terminal.Console;
import dev.talaria.cli.terminal.RowView;
import java.util.List;
import java.util.function.IntConsumer;

/** Rows of which one is chosen, with the arrow keys or by its number. Under the console's lock. */
final class Picker extends RowView {

  private static final int OWN_ROWS = 3;

  private final Console console;
  private final List<String> rows;
  private final IntConsumer chosen;
  private int at;
  private String number = "";

  /**
   * @param chosen takes the place of the row
   */
  Picker(Console console, List<String> rows, IntConsumer chosen) {
    super(console, rows);
    this.console = console;
    this.rows = rows;
    this.chosen = chosen;
  }

  @Override
  public String prompt() {
    int most = Math.min(rows.size(), console.height() - OWN_ROWS);
    int first = Math.max(0, Math.min(at - most / 2, rows.size() - most));
    StringBuilder shown = new StringBuilder();
    for (int i = first; i < first + most; i++) {
      String mark = i == at ? "› " : "  ";
      String row = Columns.clip(mark + (i + 1) + ". " + rows.get(i), console.width() - 1);
      shown.append(i == at ? console.coloured("1", row) : row).append('\n');
    }
    return shown + console.coloured("7", "  arrows or a number, Enter chooses; q goes back") + " ";
  }

  @Override
  public boolean key(String key) {
    boolean digit = key.matches("[0-9]");
    number = digit ? number + key : "";
    switch (key) {
      case "\u001b[A", "\u001bOA", "k", "\u0010" -> at = Math.max(0, at - 1);
      case "\u001b[B", "\u001bOB", "j", "\u000e" -> at = Math.min(rows.size() - 1, at + 1);
      case "\r" -> chosen.accept(at);
      default -> {
        int place = digit && number.length() < 4 ? Integer.parseInt(number) : 0;
        at = place > 0 && place <= rows.size() ? place - 1 : at;
      }
    }
    return !key.matches("[qQ\r\u001b]");
  }
}

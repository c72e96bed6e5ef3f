package dev.talaria.cli.chat;

import dev.talaria.cli.terminal.Console;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was too long to be shown whole, by number. Under the console's lock. */
final class Folds {

  private static final int MOST = 200;

  private final Console console;
  private final List<List<String>> wholes = new ArrayList<>();

  /** How many were dropped, which keeps the numbers. */
  private int dropped;

  Folds(Console console) {
    this.console = console;
  }

  /** Shows rows, of many the first and the last ones only. */
  void show(List<String> rows, int head, int tail, String indent) {
    if (rows.size() <= head + tail + 1) {
      rows.forEach(console::above);
      return;
    }
    wholes.add(List.copyOf(rows));
    if (wholes.size() > MOST) {
      wholes.remove(0);
      dropped++;
    }
    int number = dropped + wholes.size();
    rows.subList(0, head).forEach(console::above);
    String left = (rows.size() - head - tail) + " more lines; /show " + number + " has all";
    console.above("2", indent + "… " + left);
    rows.subList(rows.size() - tail, rows.size()).forEach(console::above);
  }

  /** All rows of one; of the latest for 0. */
  Optional<List<String>> whole(int number) {
    int index = number == 0 ? wholes.size() - 1 : number - 1 - dropped;
    return index < 0 || index >= wholes.size() ? Optional.empty() : Optional.of(wholes.get(index));
  }
}

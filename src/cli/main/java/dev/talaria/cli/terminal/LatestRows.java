package dev.talaria.cli.terminal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;

/**
 * What was written last above the input, kept for a window that changes its size: terminals differ
 * in what they make of the rows that stand there. Under the lock of the {@link Console}.
 */
final class LatestRows {

  /** No window is higher. */
  private static final int MOST = 500;

  private final Deque<String> rows = new ArrayDeque<>();

  void add(String lines) {
    Stream.of(lines.split("\n", -1)).forEach(rows::add);
    while (rows.size() > MOST) {
      rows.remove();
    }
  }

  /** The text that writes the visible rows again, wrapped at words; the cursor ends below them. */
  String again(Console console) {
    int height = console.height();
    int left = Math.max(0, rows.size() - height);
    List<String> wrapped =
        rows.stream()
            .skip(left)
            .flatMap(row -> Columns.wrap(AttributedString.fromAnsi(row), console.width()).stream())
            .map(console::coloured)
            .toList();
    StringBuilder text = new StringBuilder();
    if (rows.size() < height) {
      // What stands above the first of them is not ours: it is kept.
      text.append("\u001b[").append(height).append(";1H").append("\n".repeat(height));
    }
    // Row by row: some terminals keep a screen that is cleared at once.
    for (int row = height; row > 0; row--) {
      text.append("\u001b[").append(row).append(";1H\u001b[2K");
    }
    wrapped.forEach(row -> text.append(row.stripTrailing()).append("\r\n"));
    return text.toString();
  }
}

package dev.talaria.cli.terminal;

import dev.talaria.base.VisibleText;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.ThematicBreak;

/**
 * Markdown that comes in pieces: blocks that are complete leave it, the last one stays until it is.
 *
 * <p>Under the lock of the {@link Console}.
 */
public final class MarkdownStream {

  /** A longer block leaves in parts, so that no text is parsed again and again. */
  private static final int LONGEST = 8_000;

  private static final int LONGEST_CODE = 20;

  private final Console console;

  /** Complete lines, safe. */
  private final StringBuilder tail = new StringBuilder();

  /** What has come of the next one, as it came. */
  private final StringBuilder line = new StringBuilder();

  private final List<String> settled = new ArrayList<>();
  private List<String> open = List.of();
  private int width;
  private boolean changed;
  private boolean begun;

  /** Whether the next block continues the previous one, without a row between. */
  private boolean goesOn;

  public MarkdownStream(Console console) {
    this.console = console;
  }

  public void add(String delta) {
    int feed = delta.lastIndexOf('\n') + 1;
    if (feed > 0) {
      tail.append(VisibleText.of(line + delta.substring(0, feed)));
      line.setLength(0);
    }
    line.append(delta, feed, delta.length());
    changed = true;
  }

  /** The rows of the blocks that are complete since this was called last. */
  public List<String> settled() {
    if (changed || width != console.width()) {
      changed = false;
      width = console.width();
      parse();
    }
    List<String> rows = List.copyOf(settled);
    settled.clear();
    return rows;
  }

  /** The rows of the block that is not. */
  public List<String> open() {
    return open;
  }

  /** All that is left. */
  public List<String> end() {
    tail.append(VisibleText.of(line.toString()));
    line.setLength(0);
    width = console.width();
    settle(Markdown.parse(tail.toString()).getFirstChild(), null, tail.length());
    open = List.of();
    changed = false;
    return settled();
  }

  private void parse() {
    Node document = Markdown.parse(tail.toString());
    Node last = document.getLastChild();
    if (last instanceof FencedCodeBlock code && code.getClosingFenceLength() == null) {
      settleBefore(document, last);
      code(code.getLiteral().lines().count());
    } else if (last instanceof ListBlock list) {
      settleBefore(document, last);
      items(Markdown.parse(tail.toString()).getLastChild());
    } else if (last != null && !(last instanceof BlockQuote) && isOver(last)) {
      settle(document.getFirstChild(), null, tail.length());
    } else {
      settleBefore(document, last);
    }
    if (tail.length() + line.length() > LONGEST) {
      cut();
    }
    // Half a character waits for its other half.
    int end = line.length();
    boolean half = end > 0 && Character.isHighSurrogate(line.charAt(end - 1));
    String text = tail + VisibleText.of(line.substring(0, half ? end - 1 : end));
    open = Markdown.rows(Markdown.parse(text).getFirstChild(), null, console, width);
    if (begun && !goesOn && !open.isEmpty()) {
      open = new ArrayList<>(open);
      open.add(0, "");
    }
  }

  private boolean isOver(Node last) {
    return last instanceof Heading
        || last instanceof ThematicBreak
        || last instanceof FencedCodeBlock
        || !(last instanceof IndentedCodeBlock)
            && tail.indexOf("\n\n", Math.max(0, tail.length() - 2)) >= 0;
  }

  private void settleBefore(Node document, Node last) {
    if (last != null && last != document.getFirstChild()) {
      settle(document.getFirstChild(), last, start(last));
    }
  }

  private static int start(Node block) {
    return block.getSourceSpans().get(0).getInputIndex();
  }

  private void settle(Node first, Node end, int length) {
    List<String> rows = Markdown.rows(first, end, console, console.width());
    if (!rows.isEmpty()) {
      if (begun && !goesOn) {
        settled.add("");
      }
      settled.addAll(rows);
      begun = true;
    }
    goesOn = false;
    tail.delete(0, length);
  }

  /** A list leaves item by item. */
  private void items(Node list) {
    if (list instanceof ListBlock items && items.getFirstChild().getNext() != null) {
      Node last = items.getLastChild();
      int start = tail.lastIndexOf("\n", start(last)) + 1;
      boolean tight = items.isTight();
      last.unlink();
      settle(items, null, start);
      goesOn = tight;
    }
  }

  /** A block of code leaves line by line. */
  private void code(long lines) {
    if (lines > LONGEST_CODE) {
      String opening = tail.substring(0, tail.indexOf("\n") + 1);
      settle(Markdown.parse(tail.toString()).getFirstChild(), null, tail.length());
      tail.append(opening);
      goesOn = true;
    }
  }

  private void cut() {
    tail.append(VisibleText.of(line.toString()));
    line.setLength(0);
    int end = Math.max(tail.lastIndexOf("\n"), tail.lastIndexOf(" ")) + 1;
    int length = end == 0 ? tail.length() : end;
    settle(Markdown.parse(tail.substring(0, length)).getFirstChild(), null, length);
    goesOn = true;
  }
}

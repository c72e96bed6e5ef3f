package dev.talaria.cli.terminal;

import dev.talaria.base.VisibleText;
import dev.talaria.cli.terminal.Columns.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Markdown as the rows of a terminal, wrapped at words. The rows are safe, no matter what it says.
 */
public final class Markdown {

  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS)
          .build();

  private static final String BOLD = "1";
  private static final String DIM = "2";
  private static final String CODE = "36";
  private static final int NARROWEST_CELL = 4;
  private static final int LONGEST_RULE = 40;

  /** What stands out in code of any language: comments, texts, numbers, words. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<comment>(?://|#(?!\\w+[<(]))[^\n]*|/\\*.*?\\*/)"
              + "|(?<text>\"(?:[^\"\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\n]|\\\\.)*')"
              + "|(?<number>\\b\\d[\\w.]*)"
              + "|(?<word>\\b(?:abstract|async|await|break|case|catch|class|const|continue|def|do"
              + "|elif|else|enum|export|extends|false|final|finally|fn|for|from|func|function|if"
              + "|implements|import|in|interface|let|match|mut|new|nil|None|null|package|private"
              + "|protected|pub|public|record|return|self|static|struct|super|switch|this|throw"
              + "|true|True|False|try|type|use|var|void|while|with|yield)\\b)",
          Pattern.DOTALL);

  private final Console console;
  private final int width;
  private final List<String> rows = new ArrayList<>();

  private Markdown(Console console, int width) {
    this.console = console;
    this.width = Math.max(NARROWEST_CELL, width);
  }

  static Node parse(String text) {
    return PARSER.parse(VisibleText.of(text));
  }

  /** The rows of a text. */
  public static List<String> rows(String text, Console console) {
    return rows(parse(text).getFirstChild(), null, console, console.width());
  }

  /** The rows of blocks from one to before another; {@code null} for the last. */
  static List<String> rows(Node first, Node end, Console console, int width) {
    Markdown markdown = new Markdown(console, width);
    boolean tight =
        first != null && first.getParent() instanceof ListItem item && isTight(item.getParent());
    for (Node block = first; block != end && block != null; block = block.getNext()) {
      if (!markdown.rows.isEmpty() && !tight) {
        markdown.rows.add("");
      }
      markdown.block(block);
    }
    return markdown.rows;
  }

  private static boolean isTight(Node list) {
    return list instanceof ListBlock items && items.isTight();
  }

  private void block(Node block) {
    if (block instanceof Heading heading) {
      List<Span> title = new ArrayList<>();
      title.add(new Span("#".repeat(heading.getLevel()) + " ", BOLD));
      title.addAll(Inline.of(heading, BOLD, console.colours()));
      wrap(title);
    } else if (block instanceof FencedCodeBlock code) {
      code(code.getLiteral(), code.getInfo());
    } else if (block instanceof IndentedCodeBlock code) {
      code(code.getLiteral(), "");
    } else if (block instanceof HtmlBlock html) {
      wrap(List.of(new Span(VisibleText.of(html.getLiteral()), DIM)));
    } else if (block instanceof ThematicBreak) {
      rows.add(console.coloured(DIM, "─".repeat(Math.min(width, LONGEST_RULE))));
    } else if (block instanceof BlockQuote quote) {
      inside(quote, console.coloured(DIM, "│ "), console.coloured(DIM, "│ "), 2);
    } else if (block instanceof ListBlock list) {
      list(list);
    } else if (block instanceof TableBlock table) {
      table(table);
    } else {
      wrap(Inline.of(block, "", console.colours()));
    }
  }

  private void wrap(List<Span> text) {
    Columns.wrap(text, width).forEach(row -> rows.add(coloured(row)));
  }

  private String coloured(List<Span> row) {
    StringBuilder text = new StringBuilder();
    row.forEach(span -> text.append(console.coloured(span.code(), span.text())));
    return text.toString().stripTrailing();
  }

  private void inside(Node parent, String first, String next, int columns) {
    List<String> inner = rows(parent.getFirstChild(), null, console, width - columns);
    for (int i = 0; i < inner.size(); i++) {
      rows.add(((i == 0 ? first : next) + inner.get(i)).stripTrailing());
    }
    if (inner.isEmpty()) {
      rows.add(first.stripTrailing());
    }
  }

  private void list(ListBlock list) {
    boolean isBullets = list instanceof BulletList;
    int number =
        isBullets || ((OrderedList) list).getMarkerStartNumber() == null
            ? 1
            : ((OrderedList) list).getMarkerStartNumber();
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      if (!list.isTight() && item.getPrevious() != null) {
        rows.add("");
      }
      String mark = isBullets ? "• " : number++ + ". ";
      inside(item, mark, " ".repeat(mark.length()), mark.length());
    }
  }

  private void code(String literal, String language) {
    String text = VisibleText.of(literal.stripTrailing());
    boolean plain = language.matches("(?i)text|txt|diff|md|markdown");
    List<Span> spans = new ArrayList<>();
    if (language.equalsIgnoreCase("diff")) {
      text.lines().forEach(line -> spans.add(new Span(line + "\n", diff(line))));
    } else {
      highlight(text, plain, spans);
    }
    for (List<Span> row : Columns.wrap(spans, width - 2)) {
      rows.add(("  " + coloured(row)).stripTrailing());
    }
    if (!rows.isEmpty() && language.equalsIgnoreCase("diff")) {
      rows.remove(rows.size() - 1);
    }
  }

  private static void highlight(String text, boolean plain, List<Span> spans) {
    Matcher token = TOKEN.matcher(text);
    int from = 0;
    while (!plain && token.find()) {
      spans.add(new Span(text.substring(from, token.start()), CODE));
      String code =
          token.group("comment") != null
              ? DIM
              : token.group("text") != null ? "32" : token.group("number") != null ? "35" : "1;34";
      spans.add(new Span(token.group(), code));
      from = token.end();
    }
    spans.add(new Span(text.substring(from), CODE));
  }

  /** The colour of a line of a diff. */
  static String diff(String line) {
    if (line.startsWith("diff ") || line.startsWith("+++ ") || line.startsWith("--- ")) {
      return BOLD;
    } else if (line.startsWith("@@")) {
      return CODE;
    }
    return line.startsWith("+") ? "32" : line.startsWith("-") ? "31" : "";
  }

  private void table(TableBlock table) {
    List<List<TableCell>> cells = new ArrayList<>();
    table.accept(
        new AbstractVisitor() {
          @Override
          public void visit(CustomNode node) {
            if (node instanceof TableRow) {
              cells.add(new ArrayList<>());
            } else if (node instanceof TableCell cell) {
              cells.get(cells.size() - 1).add(cell);
            }
            visitChildren(node);
          }
        });
    int[] widths = widths(cells);
    for (int i = 0; i < cells.size(); i++) {
      row(cells.get(i), widths, i == 0 ? BOLD : "");
      if (i == 0) {
        String rule =
            java.util.Arrays.stream(widths)
                .mapToObj("─"::repeat)
                .collect(Collectors.joining("─┼─"));
        rows.add(console.coloured(DIM, rule));
      }
    }
  }

  /** As wide as the cells are, or as there is room: the widest give first. */
  private int[] widths(List<List<TableCell>> cells) {
    int[] widths = new int[cells.get(0).size()];
    for (List<TableCell> row : cells) {
      for (int i = 0; i < Math.min(widths.length, row.size()); i++) {
        String text = plain(Inline.of(row.get(i), "", console.colours()));
        widths[i] = Math.max(widths[i], Math.max(1, Columns.of(text)));
      }
    }
    int room = width - 3 * (widths.length - 1);
    while (java.util.Arrays.stream(widths).sum() > room) {
      int widest = 0;
      for (int i = 1; i < widths.length; i++) {
        widest = widths[i] > widths[widest] ? i : widest;
      }
      if (widths[widest] <= NARROWEST_CELL) {
        break;
      }
      widths[widest]--;
    }
    return widths;
  }

  private static String plain(List<Span> spans) {
    return spans.stream().map(Span::text).collect(Collectors.joining());
  }

  private void row(List<TableCell> cells, int[] widths, String code) {
    List<List<List<Span>>> wrapped = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      List<Span> text =
          i < cells.size() ? Inline.of(cells.get(i), code, console.colours()) : List.of();
      wrapped.add(Columns.wrap(text, widths[i]));
    }
    int height = wrapped.stream().mapToInt(List::size).max().orElse(1);
    for (int line = 0; line < height; line++) {
      List<String> parts = new ArrayList<>();
      for (int i = 0; i < widths.length; i++) {
        List<Span> cell = line < wrapped.get(i).size() ? wrapped.get(i).get(line) : List.of();
        boolean right =
            i < cells.size() && cells.get(i).getAlignment() == TableCell.Alignment.RIGHT;
        String pad = " ".repeat(Math.max(0, widths[i] - Columns.of(plain(cell).stripTrailing())));
        parts.add(right ? pad + coloured(cell) : coloured(cell) + pad);
      }
      rows.add(String.join(console.coloured(DIM, " │ "), parts).stripTrailing());
    }
  }

  /** The text of a block, in colours. */
  private static final class Inline extends AbstractVisitor {

    private final List<Span> spans = new ArrayList<>();
    private final boolean colours;
    private String code;

    private Inline(String code, boolean colours) {
      this.code = code;
      this.colours = colours;
    }

    static List<Span> of(Node block, String code, boolean colours) {
      Inline inline = new Inline(code, colours);
      inline.visitChildren(block);
      return inline.spans;
    }

    private void add(String text) {
      spans.add(new Span(VisibleText.of(text), code));
    }

    private void within(Node node, String more, String plainMark) {
      String before = code;
      code = before.isEmpty() ? more : before + ";" + more;
      add(colours ? "" : plainMark);
      visitChildren(node);
      add(colours ? "" : plainMark);
      code = before;
    }

    @Override
    public void visit(Text text) {
      add(text.getLiteral());
    }

    @Override
    public void visit(Emphasis node) {
      within(node, "3", "*");
    }

    @Override
    public void visit(StrongEmphasis node) {
      within(node, BOLD, "**");
    }

    @Override
    public void visit(Code node) {
      String before = code;
      code = CODE;
      add(colours ? node.getLiteral() : "`" + node.getLiteral() + "`");
      code = before;
    }

    @Override
    public void visit(Link link) {
      address(link, link.getDestination());
    }

    @Override
    public void visit(Image image) {
      add("image: ");
      address(image, image.getDestination());
    }

    /** The address is always seen: what a link says need not be where it leads. */
    private void address(Node node, String destination) {
      int from = spans.size();
      within(node, "4", "");
      String text = plain(spans.subList(from, spans.size()));
      String plain = destination.toLowerCase(Locale.ROOT).replaceFirst("^mailto:", "");
      if (!text.toLowerCase(Locale.ROOT).equals(plain)) {
        add(" (" + destination + ")");
      }
    }

    @Override
    public void visit(HtmlInline node) {
      add(node.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak node) {
      spans.add(new Span("\n", ""));
    }

    @Override
    public void visit(HardLineBreak node) {
      spans.add(new Span("\n", ""));
    }
  }
}

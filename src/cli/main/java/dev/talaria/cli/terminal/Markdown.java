package dev.talaria.cli.terminal;

import dev.talaria.base.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.Delimited;
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
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * Markdown as the rows of a terminal, wrapped at words. The rows are safe, no matter what it says.
 */
public final class Markdown {

  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS)
          .build();

  private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;
  private static final AttributedStyle BOLD = AttributedStyle.BOLD;
  private static final AttributedStyle DIM = PLAIN.faint();
  private static final AttributedStyle GREEN = PLAIN.foreground(AttributedStyle.GREEN);
  private static final AttributedStyle CODE = PLAIN.foreground(AttributedStyle.CYAN);
  private static final int NARROWEST_CELL = 4;
  private static final int LONGEST_RULE = 40;

  private static final String SLASHES = "//[^\n]*+|/\\*.*?\\*/";

  /** Texts and numbers. Loops are possessive: others overflow the stack on a long text. */
  private static final String VALUES =
      "(\"{3}.*?\"{3}|'{3}.*?'{3}"
          + "|\"(?:[^\"\\\\\n]|\\\\.)*+\"|'(?:[^'\\\\\n]|\\\\.)*+'|`(?:[^`\\\\]|\\\\.)*+`)"
          + "|(\\b\\d[\\w.]*+)";

  private static final String WORDS =
      "abstract|async|await|break|case|catch|class|const|continue|def|do|elif|else|enum|export"
          + "|extends|false|final|finally|fn|for|from|func|function|if|implements|import|in"
          + "|interface|let|match|mut|new|nil|None|null|package|private|protected|pub|public"
          + "|record|return|self|static|struct|super|switch|this|throw|true|True|False|try|type"
          + "|use|var|void|while|with|yield";

  private static final Pattern WITH_SLASHES = tokens(SLASHES, "");

  private static final String HASH_LANGUAGES =
      "sh|bash|zsh|shell|console|fish|powershell|python|py|ruby|rb|perl|pl|r|elixir|ex|nix"
          + "|yaml|yml|toml|ini|properties|conf|dockerfile|docker|makefile|make|cmake";
  private static final Pattern WITH_HASH = tokens("(?<!\\S)#[^\n]*+", "");

  private static final String DASH_LANGUAGES = "sql|mysql|postgresql|lua|haskell|hs|elm|ada";
  private static final Pattern WITH_DASHES =
      tokens(
          "--[^\n]*+|/\\*.*?\\*/",
          "|(?i:select|insert|update|delete|create|alter|drop|table|index|view|into|values|set"
              + "|where|and|or|not|as|on|by|join|left|right|inner|outer|group|order|having|limit"
              + "|union|distinct|exists|local|then|end|from|in|case|else|null)");

  private static final Pattern MARKUP = tokens("<!--.*?-->", "");

  /** Of no known language: "#include<" and "#name(" do not begin a comment. */
  private static final Pattern ANY = tokens(SLASHES + "|(?<!\\S)#(?!\\w+[<(])[^\n]*+", "");

  private static final List<AttributedStyle> TOKENS =
      List.of(
          DIM.foregroundDefault(),
          GREEN,
          PLAIN.foreground(AttributedStyle.MAGENTA),
          BOLD.foreground(AttributedStyle.BLUE));

  /** The lines of a diff: heads, places, what is new, what is gone. */
  private static final Pattern CHANGE =
      Pattern.compile("(?m)^(diff .*|\\+\\+\\+ .*|--- .*)|^(@@.*)|^(\\+.*)|^(-.*)");

  private static final List<AttributedStyle> CHANGES =
      List.of(BOLD, CODE, GREEN, PLAIN.foreground(AttributedStyle.RED));

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
        first != null
            && first.getParent() instanceof ListItem item
            && item.getParent() instanceof ListBlock list
            && list.isTight();
    for (Node block = first; block != end && block != null; block = block.getNext()) {
      if (!markdown.rows.isEmpty() && !tight) {
        markdown.rows.add("");
      }
      markdown.block(block);
    }
    return markdown.rows;
  }

  private static List<Node> children(Node parent) {
    return Stream.iterate(parent.getFirstChild(), Objects::nonNull, Node::getNext).toList();
  }

  private void block(Node block) {
    if (block instanceof Heading heading) {
      String marks = "#".repeat(heading.getLevel()) + " ";
      wrap(inline(heading, BOLD, new AttributedStringBuilder().append(marks, BOLD)));
    } else if (block instanceof FencedCodeBlock code) {
      code(code.getLiteral(), code.getInfo().toLowerCase(Locale.ROOT));
    } else if (block instanceof IndentedCodeBlock code) {
      code(code.getLiteral(), "");
    } else if (block instanceof HtmlBlock html) {
      wrap(text(html.getLiteral(), DIM));
    } else if (block instanceof ThematicBreak) {
      wrap(text("─".repeat(Math.min(width, LONGEST_RULE)), DIM));
    } else if (block instanceof BlockQuote quote) {
      inside(quote, console.coloured("2", "│ "), console.coloured("2", "│ "), 2);
    } else if (block instanceof ListBlock list) {
      list(list);
    } else if (block instanceof TableBlock table) {
      table(table);
    } else {
      wrap(inline(block, PLAIN, new AttributedStringBuilder()));
    }
  }

  private static AttributedStringBuilder text(String text, AttributedStyle style) {
    return new AttributedStringBuilder().append(VisibleText.of(text), style);
  }

  private void wrap(AttributedStringBuilder text) {
    Columns.wrap(text.toAttributedString(), width).forEach(row -> rows.add(shown(row)));
  }

  /** Without the blanks at its end. */
  private String shown(AttributedString row) {
    return console.coloured(row.subSequence(0, row.toString().stripTrailing().length()));
  }

  private void inside(Node parent, String first, String next, int columns) {
    List<String> inner = rows(parent.getFirstChild(), null, console, width - columns);
    for (int i = 0; i < Math.max(1, inner.size()); i++) {
      String row = inner.isEmpty() ? "" : inner.get(i);
      rows.add(((i == 0 ? first : next) + row).stripTrailing());
    }
  }

  private void list(ListBlock list) {
    Integer start = list instanceof OrderedList ordered ? ordered.getMarkerStartNumber() : null;
    int number = start == null ? 1 : start;
    for (Node item : children(list)) {
      if (!list.isTight() && item.getPrevious() != null) {
        rows.add("");
      }
      String mark = list instanceof OrderedList ? number++ + ". " : "• ";
      inside(item, mark, " ".repeat(mark.length()), mark.length());
    }
  }

  private void code(String literal, String language) {
    AttributedStringBuilder code =
        text(literal.stripTrailing(), language.equals("diff") ? PLAIN : CODE);
    if (language.equals("diff")) {
      code.styleMatches(CHANGE, CHANGES);
    } else if (!language.matches("text|txt|md|markdown")) {
      code.styleMatches(tokens(language), TOKENS);
    }
    for (AttributedString row : Columns.wrap(code.toAttributedString(), width - 2)) {
      rows.add(("  " + shown(row)).stripTrailing());
    }
  }

  private static Pattern tokens(String comments, String words) {
    return Pattern.compile(
        "(" + comments + ")|" + VALUES + "|(\\b(?:" + WORDS + words + ")\\b)", Pattern.DOTALL);
  }

  /** What stands out in code of a language: comments, texts, numbers, words. */
  private static Pattern tokens(String language) {
    String name = language.split("\\W", 2)[0];
    if (name.matches(HASH_LANGUAGES)) {
      return WITH_HASH;
    } else if (name.matches(DASH_LANGUAGES)) {
      return WITH_DASHES;
    } else if (name.matches("html|xml|svg|vue")) {
      return MARKUP;
    }
    return name.matches("|php|hcl|tf|terraform") ? ANY : WITH_SLASHES;
  }

  private void table(TableBlock table) {
    List<Node> lines = children(table).stream().flatMap(part -> children(part).stream()).toList();
    List<List<AttributedString>> cells =
        lines.stream().map(line -> children(line).stream().map(this::cell).toList()).toList();
    int[] widths = widths(cells);
    for (int i = 0; i < cells.size(); i++) {
      row(children(lines.get(i)), cells.get(i), widths);
      if (i == 0) {
        List<String> rules = IntStream.of(widths).mapToObj("─"::repeat).toList();
        rows.add(console.coloured("2", String.join("─┼─", rules)));
      }
    }
  }

  private AttributedString cell(Node cell) {
    AttributedStyle style = cell.getParent().getParent() instanceof TableHead ? BOLD : PLAIN;
    return inline(cell, style, new AttributedStringBuilder()).toAttributedString();
  }

  /** As wide as the cells are, or as there is room: the widest give first. */
  private int[] widths(List<List<AttributedString>> cells) {
    int[] widths =
        IntStream.range(0, cells.get(0).size())
            .map(i -> cells.stream().mapToInt(row -> Columns.of(row.get(i))).max().orElse(0))
            .map(widest -> Math.max(1, widest))
            .toArray();
    int room = width - 3 * (widths.length - 1);
    while (IntStream.of(widths).sum() > room) {
      int most = IntStream.of(widths).max().orElse(0);
      if (most <= NARROWEST_CELL) {
        break;
      }
      int widest =
          IntStream.range(0, widths.length)
              .filter(i -> widths[i] == most)
              .findFirst()
              .orElseThrow();
      widths[widest]--;
    }
    return widths;
  }

  private void row(List<Node> nodes, List<AttributedString> cells, int[] widths) {
    List<List<AttributedString>> wrapped =
        IntStream.range(0, widths.length)
            .mapToObj(i -> Columns.wrap(cells.get(i), widths[i]))
            .toList();
    for (int line = 0; line < wrapped.stream().mapToInt(List::size).max().orElse(1); line++) {
      AttributedStringBuilder row = new AttributedStringBuilder();
      for (int i = 0; i < widths.length; i++) {
        List<AttributedString> rest = wrapped.get(i);
        AttributedString part = line < rest.size() ? rest.get(line) : AttributedString.EMPTY;
        part = part.subSequence(0, part.toString().stripTrailing().length());
        String pad = " ".repeat(Math.max(0, widths[i] - Columns.of(part)));
        boolean right = ((TableCell) nodes.get(i)).getAlignment() == TableCell.Alignment.RIGHT;
        row.append(i == 0 ? "" : " │ ", DIM).append(right ? pad : "").append(part);
        row.append(right ? "" : pad);
      }
      rows.add(shown(row.toAttributedString()));
    }
  }

  /** Adds the text of a block. */
  private AttributedStringBuilder inline(
      Node parent, AttributedStyle style, AttributedStringBuilder out) {
    for (Node node : children(parent)) {
      if (node instanceof Text text) {
        out.append(VisibleText.of(text.getLiteral()), style);
      } else if (node instanceof Code code) {
        String mark = console.colours() ? "" : "`";
        out.append(mark + VisibleText.of(code.getLiteral()) + mark, CODE);
      } else if (node instanceof Delimited marked) {
        String mark = console.colours() ? "" : marked.getOpeningDelimiter();
        boolean strong = node instanceof StrongEmphasis;
        out.append(mark, style);
        inline(node, strong ? style.bold() : style.italic(), out).append(mark, style);
      } else if (node instanceof Link link) {
        address(link, link.getDestination(), style, out);
      } else if (node instanceof Image image) {
        address(image, image.getDestination(), style, out.append("image: ", style));
      } else if (node instanceof HtmlInline html) {
        out.append(VisibleText.of(html.getLiteral()), style);
      } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
        out.append("\n");
      } else {
        inline(node, style, out);
      }
    }
    return out;
  }

  /** The address is always seen: what a link says need not be where it leads. */
  private void address(
      Node node, String destination, AttributedStyle style, AttributedStringBuilder out) {
    int from = out.length();
    String text = inline(node, style.underline(), out).subSequence(from, out.length()).toString();
    String plain = destination.toLowerCase(Locale.ROOT).replaceFirst("^mailto:", "");
    if (!text.toLowerCase(Locale.ROOT).equals(plain)) {
      out.append(VisibleText.of(" (" + destination + ")"), style);
    }
  }
}

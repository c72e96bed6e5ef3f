package dev.talaria.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The pages, Javadoc, comments and messages avoid the words of {@code docs/style/words.txt}. */
class StyleTest {

  private static final Path ROOT = DocPages.ROOT;

  /** Text blocks, strings, characters and comments: what people read. */
  private static final Pattern TEXT =
      Pattern.compile(
          "(?s:\"\"\".*?\"\"\")|\"(?:\\\\.|[^\"\\\\\\n])*+\"|'(?:\\\\.|[^'\\\\])'"
              + "|(?s:/\\*.*?\\*/)|//[^\\n]*");

  private static final Pattern CONCATENATION = Pattern.compile("\"\\s*\\+\\s*\"");
  private static final Pattern SECOND_LINE = Pattern.compile("(//[^\\n]*)\\n\\s*//");
  private static final Pattern LINE_END = Pattern.compile("\\s*\\n\\s*\\*?\\s*");
  private static final Pattern JAVADOC_CODE = Pattern.compile("\\{@code [^}]*\\}");
  private static final Pattern CODE = Pattern.compile("`[^`\\n]*`");
  private static final Pattern PARAGRAPH = Pattern.compile("\\n\\s*\\n|\\n(?=[-|#])");

  private record Rule(Pattern words, String advice) {
    static Rule of(String line) {
      String[] parts = line.split(" => ", 2);
      return new Rule(Pattern.compile(parts[0], Pattern.CASE_INSENSITIVE), parts[1]);
    }
  }

  @Test
  void pages_and_sources_are_written_in_plain_words() throws IOException {
    List<String> lines =
        Files.readAllLines(ROOT.resolve("docs/style/words.txt")).stream()
            .filter(line -> !line.startsWith("#"))
            .toList();
    List<Rule> rules = lines.stream().filter(line -> line.contains(" => ")).map(Rule::of).toList();
    // Each rule begins at a word, so one look at each word finds the few texts to look at closely.
    Pattern any =
        Pattern.compile(
            rules.stream()
                .map(rule -> "(?:" + rule.words() + ")")
                .collect(Collectors.joining("|", "\\b(?:", ")")),
            Pattern.CASE_INSENSITIVE);
    Pattern skipped =
        Pattern.compile(
            lines.stream()
                .filter(line -> line.startsWith("skip "))
                .map(line -> line.substring(5))
                .collect(Collectors.joining("|")));
    List<String> found = new ArrayList<>();
    for (Path page : read(DocPages.all(), skipped)) {
      String text = CODE.matcher(DocPages.withoutCode(Files.readString(page))).replaceAll("`x`");
      PARAGRAPH.splitAsStream(text).forEach(part -> check(any, rules, page, part, found));
    }
    for (Path source : read(DocPages.sources(), skipped)) {
      String code = CONCATENATION.matcher(Files.readString(source)).replaceAll("");
      code = SECOND_LINE.matcher(code).replaceAll("$1");
      code = SECOND_LINE.matcher(code).replaceAll("$1");
      TEXT.matcher(code)
          .results()
          .map(MatchResult::group)
          .map(text -> JAVADOC_CODE.matcher(text).replaceAll("x"))
          .forEach(text -> check(any, rules, source, text, found));
    }
    assertEquals("", String.join("\n", found));
  }

  private static List<Path> read(List<Path> files, Pattern skipped) {
    return files.stream()
        .filter(file -> !skipped.matcher(ROOT.relativize(file).toString()).matches())
        .toList();
  }

  private static void check(
      Pattern any, List<Rule> rules, Path file, String text, List<String> found) {
    String line = LINE_END.matcher(text).replaceAll(" ").replaceAll("\\s+", " ");
    for (Rule rule : any.matcher(line).find() ? rules : List.<Rule>of()) {
      Matcher matcher = rule.words().matcher(line);
      while (matcher.find()) {
        String around =
            line.substring(
                Math.max(0, matcher.start() - 40), Math.min(line.length(), matcher.end() + 40));
        found.add("%s: \"%s\": %s".formatted(ROOT.relativize(file), around, rule.advice()));
      }
    }
  }
}

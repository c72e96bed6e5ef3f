package dev.talaria.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What a page shows as output is compared by a test ({@code text}), or marked as an excerpt or a
 * figure; commands alone are {@code sh}.
 */
class OutputBlocksTest {

  /** Which test compares the {@code text} blocks of a page; its source names the page. */
  private static final Map<String, String> COMPARED =
      Map.of(
          "README.md", "samples/test/java/dev/talaria/examples/CommandPagesTest.java",
          "docs/command-line.md", "samples/test/java/dev/talaria/examples/CommandPagesTest.java",
          "docs/config-migration.md",
              "samples/test/java/dev/talaria/examples/CommandPagesTest.java",
          "docs/permissions.md", "samples/test/java/dev/talaria/examples/CommandPagesTest.java",
          "docs/server.md", "samples/test/java/dev/talaria/examples/CommandPagesTest.java",
          "docs/many-sessions.md", "samples/test/java/dev/talaria/examples/ExamplesTest.java",
          "docs/start.md", "samples/test/java/dev/talaria/examples/ExamplesTest.java",
          "docs/typed-calls.md", "samples/test/java/dev/talaria/examples/ExamplesTest.java",
          "docs/chat.md", "cli/test/java/dev/talaria/cli/chat/RealChatTest.java",
          "docs/protocol-diff-example.md",
              "cli/test/java/dev/talaria/cli/protocol/RealProtocolDiffTest.java");

  /** Pages whose blocks without a language are compared or counted by tests of their own. */
  private static final List<String> OTHERS =
      List.of("docs/approvals-prompt.md", "docs/chat.md", "docs/viewer.md");

  private static final Pattern FENCE = Pattern.compile("(?ms)^ *```([^\\n]*)\\n(.*?)^ *```$");

  @Test
  void each_output_is_compared_or_marked() throws IOException {
    List<String> unmarked = new ArrayList<>();
    for (Path page : DocPages.all()) {
      String name = DocPages.ROOT.relativize(page).toString();
      Matcher block = FENCE.matcher(Files.readString(page));
      while (block.find()) {
        String kind = block.group(1);
        boolean bare = kind.isEmpty() && !OTHERS.contains(name);
        boolean output = kind.equals("text") && !compared(name);
        boolean mixed = kind.equals("sh") && block.group(2).startsWith("$ ");
        if (bare || output || mixed || kind.equals("console")) {
          unmarked.add(name + ": " + block.group(2).lines().findFirst().orElse(""));
        }
      }
    }
    assertEquals("", String.join("\n", unmarked));
  }

  private static boolean compared(String page) throws IOException {
    String test = COMPARED.get(page);
    return test != null
        && Files.readString(DocPages.ROOT.resolve("src").resolve(test)).contains('"' + page + '"');
  }
}

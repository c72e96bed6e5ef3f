package dev.talaria.approval.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TSTree;
import org.treesitter.TSTreeCursor;
import org.treesitter.TreeSitterBash;

/**
 * Another reader of shell texts, tree-sitter-bash, finds no command in the corpus that ours does
 * not find. Its native part exists for glibc, macOS and Windows; elsewhere (musl) this class is
 * skipped and the verdicts of {@link ShellCorpusTest} stand alone.
 */
class ShellOracleTest {

  /** What the oracle takes for a command and no shell does. */
  private static final Map<String, String> NOT_COMMANDS =
      Map.of(
          "time", "a reserved word of bash and zsh",
          "coproc", "a reserved word of bash",
          "-p", "an option of the reserved word time",
          "fd}", "the end of {fd}>, a redirection",
          "r", "the first half of a word whose lines are joined",
          "it", "a heredoc's body, where the redirection stands before the command",
          "isn", "the body of the second heredoc of a line");

  private static String whyNot = "";

  @BeforeAll
  static void load() {
    try {
      new TSParser().setLanguage(new TreeSitterBash());
    } catch (UnsatisfiedLinkError | RuntimeException e) {
      whyNot = "tree-sitter has no native part for this system: " + e;
    }
  }

  @Test
  void every_command_that_the_oracle_finds_is_found() {
    assumeTrue(whyNot.isEmpty(), whyNot);
    List<String> missed = new ArrayList<>();
    int compared = 0;
    for (ShellCorpus text : ShellCorpus.TEXTS) {
      ShellScript script = ShellScript.of(text.text());
      if (!script.sure()) {
        continue; // Every rule that denies applies: there is nothing to miss.
      }
      Set<String> ours = new HashSet<>();
      script.commands().forEach(command -> ours.add(command.words().get(0).text()));
      for (String name : names(text.text())) {
        Optional<String> plain = plain(name);
        if (plain.isPresent() && !NOT_COMMANDS.containsKey(plain.get())) {
          compared++;
          if (!ours.contains(plain.get())) {
            missed.add(plain.get() + " in: " + text);
          }
        }
      }
    }
    assertEquals(List.of(), missed);
    assertTrue(compared > 600, "compared only " + compared);
  }

  /** The text without quotes; empty when it is made at run time. */
  private static Optional<String> plain(String raw) {
    ShellParser parser = ShellParser.read(raw, ShellText.Dialect.SHELL);
    boolean one = parser.sure() && parser.commands.size() == 1;
    ShellWord word = one ? parser.commands.get(0).words().get(0) : ShellWord.ANY;
    return word.known() ? Optional.of(word.head()) : Optional.empty();
  }

  /** The command names as they are written. */
  private static List<String> names(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    List<String> names = new ArrayList<>();
    TSParser parser = new TSParser();
    parser.setLanguage(new TreeSitterBash());
    TSTree tree = parser.parseString(null, text);
    try (TSTreeCursor cursor = new TSTreeCursor(tree.getRootNode())) {
      boolean more = true;
      while (more) {
        TSNode node = cursor.currentNode();
        if (node.getType().equals("command_name")) {
          names.add(
              new String(
                  bytes,
                  node.getStartByte(),
                  node.getEndByte() - node.getStartByte(),
                  StandardCharsets.UTF_8));
        }
        more = cursor.gotoFirstChild() || cursor.gotoNextSibling();
        while (!more && cursor.gotoParent()) {
          more = cursor.gotoNextSibling();
        }
      }
    }
    return names;
  }
}

package dev.talaria.approval.shell;

import dev.talaria.approval.ApprovalMatch;
import dev.talaria.approval.ApprovalPolicy;
import dev.talaria.approval.Questions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The shell texts of {@code shell-texts.txt} with their verdicts: a line that begins with {@code
 * %%} and says what is so of the text below it, up to the next such line.
 *
 * <p>{@code rm}, {@code push}: what the rules "deny rm" and "deny git push" say. {@code known}:
 * whether all that may run is known. {@code plain}: whether rules that allow understand it. {@code
 * runs}: whether bash calls {@code rm}. {@code programs}: the words in command position.
 */
record ShellCorpus(String text, Map<String, String> says, List<String> programs) {

  static final List<ShellCorpus> TEXTS = read();

  private static List<ShellCorpus> read() {
    List<ShellCorpus> texts = new ArrayList<>();
    try (InputStream file = ShellCorpus.class.getResourceAsStream("shell-texts.txt")) {
      String all = "\n" + new String(file.readAllBytes(), StandardCharsets.UTF_8);
      for (String entry : all.split("\n%% ")) {
        if (!entry.isBlank()) {
          texts.add(entry(entry));
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return List.copyOf(texts);
  }

  private static ShellCorpus entry(String entry) {
    int line = entry.indexOf('\n');
    String[] head = entry.substring(0, line).split(" programs: ?", 2);
    return new ShellCorpus(
        entry.substring(line + 1).replaceFirst("\n+$", ""),
        Arrays.stream(head[0].split(" "))
            .map(word -> word.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])),
        ShellWords.split(head[1]).orElseThrow());
  }

  boolean is(String key, String value) {
    return value.equals(says.get(key));
  }

  /** Whether a rule that denies commands with this prefix denies a line. */
  static boolean denies(String line, String... prefix) {
    return ApprovalPolicy.deny(ApprovalMatch.commandPrefix(prefix))
        .rule(Questions.command(line))
        .decision()
        .isPresent();
  }

  /** The line that Codex asks about when a shell runs a text. */
  static String line(String shell, String text) {
    return ShellWords.join(List.of(shell, "-c", text));
  }

  @Override
  public String toString() {
    return text;
  }
}

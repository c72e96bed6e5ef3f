package dev.talaria.approval.policy;

import dev.talaria.approval.ApprovalKind;
import dev.talaria.approval.ApprovalRequest.Command;
import dev.talaria.approval.ApprovalRequest.CommandKind;
import dev.talaria.approval.shell.ShellScript;
import dev.talaria.approval.shell.ShellWord;
import dev.talaria.approval.shell.ShellWords;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Matches about the commands that a request asks for. Pure functions. */
public final class CommandMatch {

  private CommandMatch() {}

  /** Whether a rule about commands may allow it at all. */
  private static boolean allowable(ApprovalPart part) {
    return (part.sort() == ApprovalPart.Sort.COMMAND || part.sort() == ApprovalPart.Sort.SCRIPT)
        && part.request() instanceof Command command
        && command.kind() == ApprovalKind.COMMAND
        && command.what() == CommandKind.RUN
        && BasicMatch.ordinary(command);
  }

  /** Commands that begin with these words. */
  public static PartMatch ofPrefix(List<String> prefix) {
    if (prefix.isEmpty() || prefix.get(0).isBlank()) {
      throw new IllegalArgumentException("a prefix needs at least the name of a program");
    }
    return new PartMatch(
        "commands that begin with: " + ShellWords.join(prefix),
        part ->
            part.sort() == ApprovalPart.Sort.COMMAND
                && allowable(part)
                && part.words().size() >= prefix.size()
                && part.words().subList(0, prefix.size()).equals(prefix),
        part ->
            !part.script().sure()
                || part.script().commands().stream()
                    .anyMatch(command -> mayBegin(command.words(), prefix)),
        CommandMatch::allowable);
  }

  /** Some file systems do not tell {@code RM} from {@code rm}. */
  private static boolean mayBegin(List<ShellWord> words, List<String> prefix) {
    String program = prefix.get(0);
    if (!words.get(0).mayBe(program)
        && words.get(0).program().filter(name -> !name.equalsIgnoreCase(program)).isPresent()) {
      return false;
    }
    for (int at = 1; at < prefix.size(); at++) {
      if (at == words.size() || !words.get(at).mayBe(prefix.get(at))) {
        return false;
      } else if (words.get(at).splits()) {
        return true;
      }
    }
    return true;
  }

  /** Commands whose script is like this. */
  public static PartMatch ofPattern(Pattern pattern) {
    return new PartMatch(
        "commands like: " + Objects.requireNonNull(pattern, "pattern"),
        part -> allowable(part) && pattern.matcher(script(part)).matches(),
        part ->
            part.request() instanceof Command command
                && (!part.script().sure()
                    || pattern.matcher(script(part)).find()
                    || pattern.matcher(command.command()).find()
                    || part.script().commands().stream()
                        .anyMatch(found -> pattern.matcher(found.text()).find())),
        CommandMatch::allowable);
  }

  private static String script(ApprovalPart part) {
    return ShellScript.inside(((Command) part.request()).command());
  }
}

package dev.talaria.approval.policy;

import dev.talaria.approval.ApprovalKind;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.approval.ApprovalRequest.CommandKind;
import dev.talaria.approval.shell.ShellScript;
import dev.talaria.approval.shell.ShellWord;
import dev.talaria.approval.shell.ShellWords;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Matches about the commands that a request asks for. */
public final class CommandMatch {

  private CommandMatch() {}

  /** Whether a rule about commands may allow it at all. */
  private static boolean allowable(ApprovalPart part) {
    return (part.sort() == ApprovalPart.Sort.COMMAND || part.sort() == ApprovalPart.Sort.SCRIPT)
        && part.request() instanceof ApprovalRequest.Command command
        && command.kind() == ApprovalKind.COMMAND
        && command.what() == CommandKind.RUN
        && BasicMatch.ordinary(command);
  }

  public record Prefix(List<String> prefix) implements PartMatch {
    public Prefix {
      prefix = List.copyOf(prefix);
      if (prefix.isEmpty() || prefix.get(0).isBlank()) {
        throw new IllegalArgumentException("a prefix needs at least the name of a program");
      }
    }

    @Override
    public boolean covers(ApprovalPart part) {
      return part.sort() == ApprovalPart.Sort.COMMAND
          && allowable(part)
          && begins(part.words(), part.words().get(0));
    }

    @Override
    public boolean touches(ApprovalPart part) {
      ShellScript script = part.script();
      return !script.sure()
          || script.commands().stream().anyMatch(command -> mayBegin(command.words()));
    }

    /** Some file systems do not tell {@code RM} from {@code rm}. */
    private boolean mayBegin(List<ShellWord> words) {
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

    @Override
    public boolean concerns(ApprovalPart part) {
      return allowable(part);
    }

    private boolean begins(List<String> words, String program) {
      return words.size() >= prefix.size()
          && program.equals(prefix.get(0))
          && words.subList(1, prefix.size()).equals(prefix.subList(1, prefix.size()));
    }

    @Override
    public String describe() {
      return "commands that begin with: " + ShellWords.join(prefix);
    }
  }

  public record Like(Pattern pattern) implements PartMatch {
    public Like {
      Objects.requireNonNull(pattern, "pattern");
    }

    @Override
    public boolean covers(ApprovalPart part) {
      return allowable(part) && pattern.matcher(script(part)).matches();
    }

    @Override
    public boolean touches(ApprovalPart part) {
      return part.request() instanceof ApprovalRequest.Command command
          && (!part.script().sure()
              || pattern.matcher(script(part)).find()
              || pattern.matcher(command.command()).find()
              || part.script().commands().stream()
                  .anyMatch(found -> pattern.matcher(found.text()).find()));
    }

    @Override
    public boolean concerns(ApprovalPart part) {
      return allowable(part);
    }

    private static String script(ApprovalPart part) {
      return ShellScript.inside(((ApprovalRequest.Command) part.request()).command());
    }

    @Override
    public String describe() {
      return "commands like: " + pattern;
    }
  }
}

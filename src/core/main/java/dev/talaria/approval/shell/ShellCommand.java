package dev.talaria.approval.shell;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A command that a script may run.
 *
 * @param words its words, the program's name first; never none
 * @param at where it begins in the script; for a command inside a quoted word, where the command
 *     begins that the word belongs to
 */
public record ShellCommand(List<ShellWord> words, int at) {

  /** Its words without quotes, as far as they are known. */
  public String text() {
    return words.stream().map(ShellWord::text).collect(Collectors.joining(" "));
  }
}

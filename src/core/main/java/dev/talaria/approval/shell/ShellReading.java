package dev.talaria.approval.shell;

import dev.talaria.approval.shell.ShellText.Dialect;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One reading of a text and of what is inside it: collects what it runs, as {@link ShellRunners}
 * and {@link ShellPrograms} find it. Used once, by one thread.
 */
final class ShellReading {

  /** How many scripts inside scripts are read, and how many commands. */
  private static final int DEEPEST = 8;

  private static final int MOST = 10_000;

  /** A command to follow; {@code suffix} if it is one of all that begin at each of some words. */
  private record Open(ShellCommand command, boolean suffix) {}

  /** A script inside another. */
  private record Inner(String text, Dialect dialect, int depth, int at, boolean must) {}

  private final Deque<Inner> scripts = new ArrayDeque<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private final List<ShellCommand> commands = new ArrayList<>();
  private final Set<String> written = new HashSet<>();
  private final List<ShellWord> files = new ArrayList<>();
  private boolean sure = true;
  private boolean read = true;
  private Inner reading;
  private boolean suffix;
  private int at;

  ShellScript read(String text, Dialect dialect) {
    scripts.add(new Inner(text, dialect, 0, -1, true));
    while (!scripts.isEmpty()) {
      Inner script = scripts.poll();
      if (script.text.length() > ShellScript.LONGEST
          || script.depth > DEEPEST
          || commands.size() > MOST) {
        sure = false;
        read = false;
      } else {
        parse(script);
      }
    }
    return new ShellScript(List.copyOf(commands), sure && !runsWhatItWrites(), read);
  }

  private void parse(Inner script) {
    reading = script;
    ShellParser parser = ShellParser.read(script.text, script.dialect);
    if (!parser.sure()) {
      unknown();
      read = false;
    }
    parser.targets.forEach(target -> target.program().ifPresent(written::add));
    for (ShellCommand command : parser.commands) {
      int place = script.at < 0 ? command.at() : script.at;
      open.add(new Open(new ShellCommand(command.words(), place), false));
      at = place;
      ShellRunners.options(command.words(), this);
    }
    at = script.at;
    for (String inner : parser.backquoted) {
      script(inner, script.dialect);
    }
    parser.assignments.forEach(assignment -> ShellRunners.assignment(assignment, this));
    while (!open.isEmpty()) {
      suffix = open.peek().suffix;
      ShellCommand command = open.poll().command;
      commands.add(command);
      at = command.at();
      String program = command.words().get(0).program().orElse("");
      if (program.isEmpty() || program.startsWith("-") && program.length() > 1) {
        unknown();
      }
      files.add(command.words().get(0));
      ShellRunners.follow(command.words(), this);
    }
  }

  /** Whether it runs a file that it has just written, whose text was not read. */
  private boolean runsWhatItWrites() {
    Set<String> run =
        files.stream()
            .filter(file -> file.text().indexOf('/') >= 0)
            .flatMap(file -> file.program().stream())
            .collect(Collectors.toSet());
    run.retainAll(written);
    return !run.isEmpty();
  }

  /** A command that is run; false, and it is left out, if there are too many already. */
  boolean command(List<ShellWord> words) {
    boolean fits = commands.size() + open.size() <= MOST;
    if (!fits) {
      sure = false;
      read = false;
    } else if (!words.isEmpty()) {
      open.add(new Open(new ShellCommand(words, at), suffix));
    }
    return fits;
  }

  /** Whether the commands that begin at each word are still to be found; they come next then. */
  boolean claimSuffixes() {
    boolean first = !suffix;
    suffix = true;
    return first;
  }

  /** A script that is run, by the same kind of shell. */
  void script(String text) {
    script(text, reading.dialect);
  }

  void script(String text, Dialect dialect) {
    scripts.add(new Inner(text, dialect, reading.depth + 1, at, reading.must));
  }

  /** A text that some programs would run. */
  void perhaps(String text) {
    scripts.add(new Inner(text, Dialect.SHELL, reading.depth + 1, at, false));
  }

  /** A file that is run. */
  void file(ShellWord file) {
    if (file.head().startsWith("/dev/") || file.head().startsWith("/proc/")) {
      unknown();
    }
    files.add(file.known() ? ShellWord.of("./" + file.head()) : file);
  }

  /** Something is run that is not known before it runs. */
  void unknown() {
    sure &= !reading.must;
  }
}

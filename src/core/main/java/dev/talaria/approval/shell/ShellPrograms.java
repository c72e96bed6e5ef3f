package dev.talaria.approval.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Programs that run commands or code by a rule of their own, such as {@code find -exec} and {@code
 * python -c}. Pure functions.
 */
final class ShellPrograms {

  /** Letters of options with code, and of those with a value. */
  private record Interpreter(String code, String valued) {}

  private static final Map<String, Interpreter> INTERPRETERS =
      Map.ofEntries(
          Map.entry("python", new Interpreter("c", "WX")),
          Map.entry("pypy", new Interpreter("c", "WX")),
          Map.entry("perl", new Interpreter("eE", "I")),
          Map.entry("raku", new Interpreter("e", "I")),
          Map.entry("ruby", new Interpreter("e", "rI")),
          Map.entry("node", new Interpreter("pe", "rC")),
          Map.entry("nodejs", new Interpreter("pe", "rC")),
          Map.entry("tsx", new Interpreter("pe", "r")),
          Map.entry("ts-node", new Interpreter("pe", "rPO")),
          Map.entry("php", new Interpreter("rBRFE", "dcz")),
          Map.entry("lua", new Interpreter("e", "l")),
          Map.entry("luajit", new Interpreter("e", "lj")),
          Map.entry("Rscript", new Interpreter("e", "")),
          Map.entry("R", new Interpreter("e", "")),
          Map.entry("julia", new Interpreter("eE", "")),
          Map.entry("guile", new Interpreter("c", "l")),
          Map.entry("groovy", new Interpreter("e", "")),
          Map.entry("elixir", new Interpreter("e", "r")));

  private static final Pattern VERSION = Pattern.compile("[0-9.]+$");
  private static final Pattern CODE_OPTION =
      Pattern.compile("(?s)--(eval|print|exec|execute|command|run)(=.*)?");

  private static final ShellOptions XARGS =
      new ShellOptions(
          "xargs -0rtpxoa:d:E:e?i?I:l?L:n:P:s: --null --no-run-if-empty --verbose --interactive"
              + " --exit --open-tty --show-limits --arg-file: --delimiter: --eof --replace"
              + " --max-lines --max-args: --max-procs: --max-chars: --process-slot-var:");
  private static final ShellOptions AWK =
      new ShellOptions("awk -F:v: --field-separator: --assign: --posix --re-interval");
  private static final Set<String> AWKS = Set.of("awk", "gawk", "mawk", "nawk");

  /** Code of awk that runs commands. */
  private static final Pattern AWK_RUNS =
      Pattern.compile("\\b(system|getline)\\b|@\\w|\\bprintf?\\b[^;}\\n]*\\|(?!\\|)");

  /** Code of GNU sed that runs commands: {@code e}, also as a flag of {@code s}. */
  private static final Pattern SED_RUNS =
      Pattern.compile(
          "(^|[;{}\\n]|[0-9$/!])\\s*e(\\s|$)"
              + "|[^\\w\\s\\\\.-][gpiImM0-9]*e[gpiImMw0-9]*\\s*($|[;}\\n])");

  private static final Set<String> FINDERS = Set.of("find", "gfind", "fd", "fdfind");
  private static final Set<String> RUN_FOUND =
      Set.of("-exec", "-execdir", "-ok", "-okdir", "-x", "-X", "--exec", "--exec-batch");

  private static final Set<String> EDITORS = Set.of("vi", "vim", "nvim", "emacs", "gdb", "lldb");

  /** Configuration of git whose value it runs. */
  private static final Pattern GIT_CONFIG =
      Pattern.compile(
          "(?si)(?:alias\\.[^=]+|core\\.(?:pager|editor|sshcommand|fsmonitor|gitproxy|askpass)"
              + "|sequence\\.editor|pager\\.[^=]+|diff\\.external"
              + "|[^=]+\\.(?:cmd|helper|textconv|clean|smudge|process|driver|program))=(.*)");

  private static final Set<String> GIT_RUNS = Set.of("-x", "--exec", "--extcmd", "run", "foreach");
  private static final Set<String> GIT_RUNNERS =
      Set.of("rebase", "difftool", "bisect", "submodule", "filter-branch");

  private ShellPrograms() {}

  /** Whether {@code name} is such a program; what it runs is in {@code reading} then. */
  static boolean follow(String name, List<ShellWord> words, ShellReading reading) {
    Interpreter interpreter = INTERPRETERS.get(VERSION.matcher(name).replaceFirst(""));
    if (interpreter != null) {
      interpreter(interpreter, words, reading);
    } else if (FINDERS.contains(name)) {
      find(words, reading);
    } else if (AWKS.contains(name)) {
      awk(words, reading);
    } else if (EDITORS.contains(name)) {
      if (words.stream().skip(1).anyMatch(word -> word.openStart() || isOption(word))) {
        reading.unknown();
      }
    } else {
      switch (name) {
        case "eval" -> eval(words, reading);
        case "trap" -> trap(words, reading);
        case "xargs", "gxargs" -> xargs(words, reading);
        case "sed", "gsed" -> sed(words, reading);
        case "set" -> set(words, reading);
        case "git" -> git(words, reading);
        case "crontab", "deno", "hash", "watchman" -> unlessHarmless(name, words, reading);
        case "command" -> {
          boolean tells = words.size() > 1 && words.get(1).text().matches("-p?[vV]p?");
          if (!tells) {
            return false;
          }
        }
        default -> {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isOption(ShellWord word) {
    return word.head().startsWith("-") || word.head().startsWith("+");
  }

  private static void interpreter(
      Interpreter language, List<ShellWord> words, ShellReading reading) {
    boolean informs = false;
    boolean mayBeValue = false;
    int at = 1;
    for (; at < words.size(); at++) {
      ShellWord word = words.get(at);
      String text = word.head();
      if (word.openStart() || text.equals("-") || CODE_OPTION.matcher(text).matches()) {
        reading.unknown();
        return;
      } else if (text.equals("--")) {
        at++;
        break;
      } else if (text.startsWith("--")) {
        informs |= text.equals("--version") || text.equals("--help");
        mayBeValue = text.indexOf('=') < 0;
      } else if (text.startsWith("-")) {
        for (int letter = 1; letter < text.length(); letter++) {
          char c = text.charAt(letter);
          if (language.code.indexOf(c) >= 0) {
            reading.unknown();
            return;
          } else if (c == 'm' && language.valued.equals("WX")) {
            return;
          } else if (language.valued.indexOf(c) >= 0) {
            at += letter + 1 == text.length() ? 1 : 0;
            break;
          }
          informs |= c == 'v' || c == 'V' || c == 'h';
        }
      } else if (mayBeValue && at + 1 < words.size() && isOption(words.get(at + 1))) {
        mayBeValue = false;
      } else {
        break;
      }
    }
    if (at < words.size()) {
      reading.file(words.get(at));
    } else if (!informs) {
      reading.unknown();
    }
  }

  private static void find(List<ShellWord> words, ShellReading reading) {
    boolean open = false;
    for (int at = 1; at < words.size(); at++) {
      ShellWord word = words.get(at);
      open |= word.openStart();
      if (word.openStart() && word.splits() || open && (word.is(";") || word.is("+"))) {
        reading.unknown();
      }
      if (word.known() && RUN_FOUND.contains(word.head())) {
        int end = at + 1;
        while (end < words.size() && !words.get(end).is(";") && !endsMany(words, end)) {
          end++;
        }
        reading.command(replaced(words.subList(at + 1, end), "{}"));
        at = end;
      }
    }
  }

  private static boolean endsMany(List<ShellWord> words, int at) {
    return words.get(at).is("+") && words.get(at - 1).is("{}");
  }

  /** The words, unknown where {@code mark} is replaced by an argument. */
  private static List<ShellWord> replaced(List<ShellWord> words, String mark) {
    List<ShellWord> replaced = new ArrayList<>();
    for (ShellWord word : words) {
      int place = word.known() ? word.head().indexOf(mark) : -1;
      replaced.add(
          place < 0
              ? word
              : new ShellWord(
                  word.head().substring(0, place),
                  word.head().substring(word.head().lastIndexOf(mark) + mark.length()),
                  false,
                  false));
    }
    return replaced;
  }

  private static void xargs(List<ShellWord> words, ShellReading reading) {
    ShellOptions.Start start = XARGS.command(words, 1, new ArrayList<>());
    if (!start.sure()) {
      reading.unknown();
      return;
    }
    List<ShellWord> command = words.subList(start.at(), words.size());
    for (int at = 1; at < start.at(); at++) {
      String text = words.get(at).head();
      if (text.equals("-I")) {
        command = replaced(command, words.get(at + 1).text());
      } else if (text.startsWith("-I")) {
        command = replaced(command, text.substring(2));
      } else if (text.equals("-i") || text.startsWith("--replace")) {
        command =
            replaced(command, text.substring(text.indexOf('=') + 1).replaceFirst("-.*", "{}"));
      } else if (text.startsWith("-i")) {
        command = replaced(command, text.substring(2));
      }
    }
    if (!command.isEmpty()) {
      List<ShellWord> more = new ArrayList<>(command);
      more.add(ShellWord.ANY);
      reading.command(more);
    }
  }

  private static void eval(List<ShellWord> words, ShellReading reading) {
    int from = words.size() > 1 && words.get(1).is("--") ? 2 : 1;
    ShellRunners.joined(words.subList(from, words.size()), reading);
  }

  private static void trap(List<ShellWord> words, ShellReading reading) {
    int at = 1;
    while (at < words.size() && words.get(at).head().matches("--|-[lpP]+")) {
      at++;
    }
    if (at < words.size() && !words.get(at).head().matches("-|[0-9]+")) {
      ShellRunners.joined(words.subList(at, at + 1), reading);
    }
  }

  private static void awk(List<ShellWord> words, ShellReading reading) {
    if (words.stream().anyMatch(word -> word.head().startsWith("-f"))) {
      return;
    }
    ShellOptions.Start start = AWK.command(words, 1, new ArrayList<>());
    if (start.at() < words.size()) {
      ShellWord program = words.get(start.at());
      if (!start.sure() || !program.known() || AWK_RUNS.matcher(program.head()).find()) {
        reading.unknown();
      }
    }
  }

  private static void sed(List<ShellWord> words, ShellReading reading) {
    for (ShellWord word : words.subList(1, words.size())) {
      String script = word.text().replaceFirst("^(-[a-zA-Z]*e|--expression=)", "");
      if (!script.startsWith("-") && !script.isEmpty() && SED_RUNS.matcher(script).find()) {
        reading.unknown();
      }
    }
  }

  /** In zsh options change how the lines that follow are read. */
  private static void set(List<ShellWord> words, ShellReading reading) {
    for (int at = 1; at < words.size(); at++) {
      String text = words.get(at).head();
      if (words.get(at).openStart() || text.equals("--") || text.equals("-")) {
        return;
      }
      boolean last = text.endsWith("o");
      boolean harmless =
          text.matches("[-+][aefhmnuvxBCEPTbo]+")
              && (!last
                  || at + 1 == words.size()
                  || words
                      .get(at + 1)
                      .text()
                      .matches(
                          "allexport|err(exit|trace)|functrace|monitor|noclobber|noexec|noglob"
                              + "|nounset|pipefail|posix|verbose|xtrace|vi|emacs"));
      if (isOption(words.get(at)) && !harmless) {
        reading.unknown();
      }
      at += last ? 1 : 0;
    }
  }

  private static void git(List<ShellWord> words, ShellReading reading) {
    boolean runs = false;
    for (int at = 1; at < words.size(); at++) {
      String text = words.get(at).head();
      var config = GIT_CONFIG.matcher(text);
      if (text.startsWith("!")) {
        reading.script(text.substring(1));
      } else if (config.matches()) {
        reading.script(config.group(1).replaceFirst("^\\s*!", ""));
      } else if (runs && GIT_RUNS.contains(text)) {
        List<ShellWord> rest = words.subList(at + 1, words.size());
        if (!rest.isEmpty()) {
          reading.command(rest);
          ShellRunners.joined(rest.subList(0, 1), reading);
        }
      }
      runs |= GIT_RUNNERS.contains(text);
    }
  }

  private static void unlessHarmless(String name, List<ShellWord> words, ShellReading reading) {
    boolean harmless =
        switch (name) {
          case "crontab" -> words.size() == 2 && words.get(1).is("-l");
          case "deno" -> words.size() > 1 && words.get(1).text().matches("fmt|lint|test|check");
          case "hash" -> words.stream().skip(1).allMatch(word -> word.is("-r"));
          default -> false;
        };
    if (!harmless) {
      reading.unknown();
    }
  }
}

package dev.talaria.approval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.approval.ApprovalRequest.CommandKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One thing that a question asks for: a simple command, a path, or the question as a whole. A
 * question is allowed when each of its parts is, and forbidden when one of them is.
 *
 * @param request the question
 * @param sort what sort of thing it is
 * @param words the words of a {@link Sort#COMMAND}
 * @param path the path of a {@link Sort#PATH} or {@link Sort#GRANT}
 * @param script what a {@link Sort#COMMAND} or {@link Sort#SCRIPT} may run; nothing otherwise
 */
record QuestionPart(
    ApprovalRequest request, Sort sort, List<String> words, String path, ShellScript script) {

  enum Sort {
    /** A program with its arguments: certainly this and nothing else. */
    COMMAND,
    /** A script that is not understood. */
    SCRIPT,
    /** A file that is changed. */
    PATH,
    /** A folder that becomes readable or writable, with all that is in it. */
    GRANT,
    /** Paths that nobody named. */
    UNKNOWN_PATHS,
    /** All of the network. */
    ALL_NETWORK,
    /** A question without parts. */
    WHOLE
  }

  private static final ShellScript NOTHING = new ShellScript(List.of(), true);

  /** A line without a letter: an interrupt, the end of the input, or nothing. */
  private static final Pattern KEYS = Pattern.compile("[\u0003\u0004]*");

  private static final Set<String> SHELLS = Set.of("bash", "sh", "zsh");

  /** Elsewhere a program of that name may be anything: the model can name the shell. */
  private static final Set<String> SHELL_FOLDERS =
      Set.of("", "/bin/", "/usr/bin/", "/usr/local/bin/", "/opt/homebrew/bin/");

  /** Whether it is known what is asked. */
  boolean sure() {
    return sort != Sort.SCRIPT && sort != Sort.UNKNOWN_PATHS;
  }

  /** The parts of a question; never none. */
  static List<QuestionPart> of(ApprovalRequest request) {
    List<QuestionPart> parts = new ArrayList<>();
    if (request instanceof ApprovalRequest.Command command) {
      commands(command, parts);
      permissions(request, command.additionalPermissions(), parts);
    } else if (request instanceof ApprovalRequest.FileChange change) {
      files(change, parts);
    } else if (request instanceof ApprovalRequest.Permissions asked) {
      permissions(request, asked.permissions(), parts);
    }
    if (parts.isEmpty()) {
      parts.add(part(request, Sort.WHOLE, ""));
    }
    return parts;
  }

  private static QuestionPart part(ApprovalRequest request, Sort sort, String path) {
    return new QuestionPart(request, sort, List.of(), path, NOTHING);
  }

  private static void commands(ApprovalRequest.Command request, List<QuestionPart> parts) {
    Optional<List<List<String>>> understood =
        request.what() == CommandKind.RUN ? understood(request.command()) : Optional.empty();
    if (understood.isEmpty()) {
      parts.add(new QuestionPart(request, Sort.SCRIPT, List.of(), "", mayRun(request)));
      return;
    }
    for (List<String> words : understood.get()) {
      parts.add(
          new QuestionPart(
              request, Sort.COMMAND, words, "", ShellScript.of(ShellWords.join(words))));
    }
  }

  private static ShellScript mayRun(ApprovalRequest.Command request) {
    return switch (request.what()) {
      case RUN, RUN_ONCE -> ShellScript.of(request.command());
      case TYPE -> typed(request.command());
      case OTHER -> new ShellScript(ShellScript.of(request.command()).commands(), false);
    };
  }

  /**
   * What text for an open terminal may run, of a line {@code write_stdin --session-id 3 'ls\n'}. It
   * is all only if it ends a line: the next text may go on with it.
   */
  private static ShellScript typed(String line) {
    List<String> words = ShellWords.split(line).orElse(List.of());
    boolean known =
        words.size() == 4
            && words.get(0).equals("write_stdin")
            && words.get(1).equals("--session-id");
    String text = (known ? words.get(3) : line).replace('\r', '\n');
    if (known && KEYS.matcher(text).matches()) {
      return NOTHING;
    }
    ShellScript script = ShellScript.typed(text);
    return new ShellScript(script.commands(), known && script.sure() && text.endsWith("\n"));
  }

  /** The simple commands of a command line, if it is certain that it runs these only. */
  static Optional<List<List<String>>> understood(String line) {
    Optional<List<String>> words = ShellWords.split(line);
    Optional<String> script = words.flatMap(QuestionPart::script);
    return script.isPresent()
        ? ShellScript.plain(script.get())
        : words.filter(list -> !list.isEmpty()).map(List::of);
  }

  /** The script of a command line; the line itself when it is not one of a shell's. */
  static String script(String line) {
    return ShellWords.split(line).flatMap(QuestionPart::script).orElse(line);
  }

  private static Optional<String> script(List<String> words) {
    if (words.size() != 3 || !words.get(1).equals("-c") && !words.get(1).equals("-lc")) {
      return Optional.empty();
    }
    String program = words.get(0);
    String name = program.substring(program.lastIndexOf('/') + 1);
    String folder = program.substring(0, program.length() - name.length());
    return SHELLS.contains(name) && SHELL_FOLDERS.contains(folder)
        ? Optional.of(words.get(2))
        : Optional.empty();
  }

  private static void files(ApprovalRequest.FileChange change, List<QuestionPart> parts) {
    change
        .changes()
        .forEach(
            file -> {
              parts.add(part(change, Sort.PATH, file.path()));
              file.movePath().ifPresent(path -> parts.add(part(change, Sort.PATH, path)));
            });
    if (parts.isEmpty()) {
      parts.add(part(change, Sort.UNKNOWN_PATHS, ""));
    }
    if (!change.grantRoot().isEmpty()) {
      parts.add(part(change, Sort.GRANT, change.grantRoot()));
    }
  }

  private static void permissions(
      ApprovalRequest request, JsonNode profile, List<QuestionPart> parts) {
    RequestedPermissions asked = RequestedPermissions.of(profile);
    asked.read().forEach(path -> parts.add(part(request, Sort.GRANT, path)));
    asked.write().forEach(path -> parts.add(part(request, Sort.GRANT, path)));
    if (asked.network()) {
      parts.add(part(request, Sort.ALL_NETWORK, ""));
    }
    if (!asked.other().isEmpty()) {
      parts.add(part(request, Sort.UNKNOWN_PATHS, ""));
    }
  }
}

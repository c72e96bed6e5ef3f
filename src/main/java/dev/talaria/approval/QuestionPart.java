package dev.talaria.approval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.approval.ApprovalRequest.CommandKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that a question asks for: a simple command, a path, or the question as a whole. A
 * question is allowed when each of its parts is, and forbidden when one of them is.
 *
 * @param request the question
 * @param sort what sort of thing it is
 * @param words the words of a {@link Sort#COMMAND}
 * @param path the path of a {@link Sort#PATH} or {@link Sort#GRANT}
 * @param guesses for a {@link Sort#COMMAND} or {@link Sort#SCRIPT}, what it might run
 */
record QuestionPart(
    ApprovalRequest request,
    Sort sort,
    List<String> words,
    String path,
    List<List<String>> guesses) {

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
    return new QuestionPart(request, sort, List.of(), path, List.of());
  }

  private static void commands(ApprovalRequest.Command request, List<QuestionPart> parts) {
    Optional<List<List<String>>> understood =
        request.what() == CommandKind.RUN ? understood(request.command()) : Optional.empty();
    if (understood.isEmpty()) {
      parts.add(
          new QuestionPart(
              request, Sort.SCRIPT, List.of(), "", ShellGuess.commands(request.command())));
      return;
    }
    for (List<String> words : understood.get()) {
      parts.add(
          new QuestionPart(
              request, Sort.COMMAND, words, "", ShellGuess.commands(ShellWords.join(words))));
    }
  }

  /** The simple commands of a command line, if it is certain that it runs these only. */
  static Optional<List<List<String>>> understood(String line) {
    Optional<List<String>> words = ShellWords.split(line);
    Optional<String> script = words.flatMap(QuestionPart::script);
    return script.isPresent()
        ? ShellReader.commands(script.get())
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
    String name = ShellGuess.programName(program);
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

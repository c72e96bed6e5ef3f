package dev.talaria.approval.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.approval.ApprovalRequest.CommandKind;
import dev.talaria.approval.RequestedPermissions;
import dev.talaria.approval.shell.ShellScript;
import dev.talaria.approval.shell.ShellWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One thing that a request asks for: a simple command, a path, or the request as a whole. A request
 * is allowed when each of its parts is, and forbidden when one of them is.
 *
 * @param request the request
 * @param sort what sort of thing it is
 * @param words the words of a {@link Sort#COMMAND}
 * @param path the path of a {@link Sort#PATH} or {@link Sort#GRANT}
 * @param script what a {@link Sort#COMMAND} or {@link Sort#SCRIPT} may run; nothing otherwise
 */
public record ApprovalPart(
    ApprovalRequest request, Sort sort, List<String> words, String path, ShellScript script) {

  public enum Sort {
    /** A program with its arguments: certainly this and nothing else. */
    COMMAND,
    /** A script that is not understood. */
    SCRIPT,
    /** A file that is changed. */
    PATH,
    /** A folder that becomes readable or writable, with all that is in it. */
    GRANT,
    /** Paths that are not named. */
    UNKNOWN_PATHS,
    /** All of the network. */
    ALL_NETWORK,
    /** A request without parts. */
    WHOLE
  }

  private static final ShellScript NOTHING = new ShellScript(List.of(), true);

  /** A line without a letter: an interrupt, the end of the input, or nothing. */
  private static final Pattern KEYS = Pattern.compile("[\u0003\u0004]*");

  /** Whether it is known what is asked. */
  boolean sure() {
    return sort != Sort.SCRIPT && sort != Sort.UNKNOWN_PATHS;
  }

  /** The parts of a request; never none. */
  public static List<ApprovalPart> of(ApprovalRequest request) {
    List<ApprovalPart> parts = new ArrayList<>();
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

  private static ApprovalPart part(ApprovalRequest request, Sort sort, String path) {
    return new ApprovalPart(request, sort, List.of(), path, NOTHING);
  }

  private static void commands(ApprovalRequest.Command request, List<ApprovalPart> parts) {
    Optional<List<List<String>>> understood =
        request.what() == CommandKind.RUN
            ? ShellScript.understood(request.command())
            : Optional.empty();
    if (understood.isEmpty()) {
      parts.add(new ApprovalPart(request, Sort.SCRIPT, List.of(), "", mayRun(request)));
      return;
    }
    for (List<String> words : understood.get()) {
      parts.add(
          new ApprovalPart(
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
   * is all only if it ends a line: the next text may continue with it.
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

  private static void files(ApprovalRequest.FileChange change, List<ApprovalPart> parts) {
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
      ApprovalRequest request, JsonNode profile, List<ApprovalPart> parts) {
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

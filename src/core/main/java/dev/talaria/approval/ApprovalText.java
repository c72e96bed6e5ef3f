package dev.talaria.approval;

import dev.talaria.approval.ApprovalRequest.Command;
import dev.talaria.approval.ApprovalRequest.Elicitation;
import dev.talaria.approval.ApprovalRequest.FileChange;
import dev.talaria.approval.ApprovalRequest.McpTool;
import dev.talaria.approval.ApprovalRequest.Permissions;
import dev.talaria.approval.ApprovalRequest.UserInput;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns a request from Codex into text that is safe to show. Pure functions.
 *
 * <p>What the model or an MCP server wrote is shown as it is, with three exceptions. A value that
 * looks like a secret becomes {@code [17 characters masked]}. What would steer a terminal or not be
 * seen is spelt as an escape. Of an over-long text the middle is left out, with the number of
 * characters that are missing. A mask never hides structure: a masked value is a part of one word,
 * without white space, quotes and {@code $ ` ; | & < > ( )}, and never a word that may name a
 * program. {@link #fullLines} leaves out and masks nothing. The text as Codex sent it is in the
 * {@link ApprovalRequest}.
 */
public final class ApprovalText {

  /** What a line holds, for a host that shows it in colours. */
  public enum Style {
    /** The request itself; the first line. */
    TITLE,
    /** A fact about the request, such as its reason. */
    FACT,
    /** A command line or a tool's arguments. */
    CODE,
    /** A file's name and what happens to it. */
    FILE,
    /** A line of a diff that stays, or a remark about the diff. */
    KEPT,
    /** A line that is added. */
    ADDED,
    /** A line that is removed. */
    REMOVED,
    /** Where in the file the next lines stand. */
    HUNK
  }

  /**
   * A line of a request. What others wrote never begins before the fifth column, or stands behind a
   * name such as {@code reason:}, so that it cannot pass for a line of the question itself.
   *
   * @param style what it holds
   * @param text the line, without control characters
   */
  public record Line(Style style, String text) {}

  private static final int HEADLINE = 200;

  private ApprovalText() {}

  /**
   * {@return the request in one line of at most some 250 characters}
   *
   * @param request the request, as the handler got it
   */
  public static String headline(ApprovalRequest request) {
    return bySubAgent(request, SafeText.BRIEF) + what(request);
  }

  private static String what(ApprovalRequest request) {
    if (request instanceof Command command) {
      return command(command);
    } else if (request instanceof FileChange change) {
      String summary = PatchText.summary(change);
      return change.changes().isEmpty() ? "change files" : "change files: " + brief(summary);
    } else if (request instanceof Permissions permissions) {
      return "give permissions: "
          + brief(
              String.join(
                  "; ", RequestedPermissions.of(permissions.permissions()).lines(SafeText.BRIEF)));
    } else if (request instanceof McpTool tool) {
      return "call " + toolName(tool, SafeText.BRIEF);
    } else if (request instanceof Elicitation elicitation) {
      return "answer the MCP server " + SafeText.BRIEF.name(elicitation.server());
    }
    return title(request, SafeText.BRIEF);
  }

  private static String command(Command command) {
    if (command.network().isPresent()) {
      return "reach " + target(command, SafeText.BRIEF);
    }
    return switch (command.what()) {
          case TYPE -> "type into an open terminal: ";
          case RUN_ONCE -> "run, this once only: ";
          case RUN -> "run ";
          case OTHER -> "allow ";
        }
        + SafeText.BRIEF.command(command.command(), HEADLINE);
  }

  /** The host that a command wants to reach, and how. */
  static String target(Command request, SafeText safe) {
    var target = request.network().orElseThrow();
    String host = target.host() == null ? "an unknown host" : safe.name(target.host());
    return target.protocol() == null ? host : host + " by " + safe.name(target.protocol());
  }

  private static String toolName(McpTool tool, SafeText safe) {
    return (tool.tool().isEmpty() ? "a tool" : "the tool " + safe.name(tool.tool()))
        + " of the MCP server "
        + safe.name(tool.server());
  }

  private static String brief(String text) {
    return SafeText.BRIEF.line(text, HEADLINE);
  }

  private static String bySubAgent(ApprovalRequest request, SafeText safe) {
    String name = request.origin().agent();
    return !request.origin().ofSubAgent()
        ? ""
        : name.isEmpty() ? "a sub-agent asks: " : "the sub-agent " + safe.name(name) + " asks: ";
  }

  /**
   * {@return the request, masked and bounded; the first line is its title}
   *
   * @param request the request, as the handler got it
   */
  public static List<String> lines(ApprovalRequest request) {
    return texts(styledLines(request));
  }

  /**
   * {@return the request, masked and bounded, with what each line holds; the first line is its
   * title}
   *
   * @param request the request, as the handler got it
   */
  public static List<Line> styledLines(ApprovalRequest request) {
    return lines(request, SafeText.BRIEF);
  }

  /**
   * {@return all of the request, with its secrets; the first line is its title} For the person who
   * decides; do not keep it. The same as {@link #lines} when that hides nothing.
   *
   * @param request the request, as the handler got it
   */
  public static List<String> fullLines(ApprovalRequest request) {
    return texts(styledFullLines(request));
  }

  /**
   * {@return the lines of {@link #fullLines} with what each holds}
   *
   * @param request the request, as the handler got it
   */
  public static List<Line> styledFullLines(ApprovalRequest request) {
    return lines(request, SafeText.FULL);
  }

  private static List<String> texts(List<Line> lines) {
    return lines.stream().map(Line::text).toList();
  }

  private static List<Line> lines(ApprovalRequest request, SafeText safe) {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(Style.TITLE, bySubAgent(request, safe) + title(request, safe)));
    ApprovalDetails.add(lines, request, safe);
    return List.copyOf(lines);
  }

  private static String title(ApprovalRequest request, SafeText safe) {
    if (request instanceof Command command) {
      return command.network().isPresent()
          ? "let a command reach a host on the network"
          : title(command);
    } else if (request instanceof FileChange change) {
      return PatchText.title(change, safe);
    } else if (request instanceof Permissions) {
      return "give the agent more permissions";
    } else if (request instanceof McpTool tool) {
      return "call " + toolName(tool, safe);
    } else if (request instanceof Elicitation elicitation) {
      return switch (elicitation.mode()) {
            case "form" -> "fill in a form";
            case "url" -> "open a web page";
            default -> "answer (" + safe.name(elicitation.mode()) + ")";
          }
          + " for the MCP server "
          + safe.name(elicitation.server());
    }
    int count = request instanceof UserInput input ? input.questions().size() : 1;
    return count == 1 ? "answer a question of the agent" : "answer " + count + " questions";
  }

  private static String title(Command command) {
    return switch (command.what()) {
      case RUN -> "run a command";
      case RUN_ONCE -> "run a command, this once only";
      case TYPE -> "type into an open terminal";
      case OTHER -> "allow a command";
    };
  }

  /**
   * {@return what is asked for, in the short form that hosts key their own prompts with: the
   * command line, {@code apply_patch: 1 add, 1 update: /tmp/new.py, /tmp/old.py}, or the
   * {@linkplain #headline headline}}
   *
   * @param request the request, as the handler got it
   */
  public static String label(ApprovalRequest request) {
    if (request instanceof Command command && command.network().isEmpty()) {
      return SafeText.BRIEF.command(command.command(), SafeText.LONGEST);
    } else if (request instanceof FileChange change) {
      return PatchText.label(change);
    }
    return headline(request);
  }

  /**
   * {@return one sentence about the request: {@code Codex requests exec in /ws — reason}, for a
   * patch its reason, its summary and what it grants, for an MCP server {@code Codex requests
   * confirmation for MCP server 'todoist'.}}
   *
   * @param request the request, as the handler got it
   */
  public static String description(ApprovalRequest request) {
    String reason = SafeText.BRIEF.line(request.reason(), SafeText.FACT);
    if (request instanceof Command command && command.network().isEmpty()) {
      String cwd = command.cwd().isEmpty() ? "<unknown>" : SafeText.BRIEF.name(command.cwd());
      return "Codex requests exec in " + cwd + because(reason);
    } else if (request instanceof FileChange change) {
      return PatchText.description(change);
    } else if (request instanceof McpTool tool) {
      return confirmation(tool.server());
    } else if (request instanceof Elicitation elicitation) {
      return confirmation(elicitation.server());
    }
    return "Codex requests to " + what(request) + because(reason);
  }

  private static String because(String reason) {
    return reason.isBlank() ? "" : " — " + reason;
  }

  private static String confirmation(String server) {
    return "Codex requests confirmation for MCP server '" + SafeText.BRIEF.name(server) + "'.";
  }
}

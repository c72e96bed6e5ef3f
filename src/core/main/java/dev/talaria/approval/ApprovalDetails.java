package dev.talaria.approval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.approval.ApprovalDecision.Kind;
import dev.talaria.approval.ApprovalRequest.Command;
import dev.talaria.approval.ApprovalRequest.Elicitation;
import dev.talaria.approval.ApprovalRequest.FileChange;
import dev.talaria.approval.ApprovalRequest.McpTool;
import dev.talaria.approval.ApprovalRequest.Permissions;
import dev.talaria.approval.ApprovalRequest.Question;
import dev.talaria.approval.ApprovalRequest.UserInput;
import dev.talaria.approval.ApprovalText.Line;
import dev.talaria.approval.ApprovalText.Style;
import dev.talaria.approval.answer.ApprovalAnswer;
import dev.talaria.approval.answer.ApprovalAnswer.LegacyRefusal;
import dev.talaria.approval.shell.ShellWords;
import java.util.List;

/** The lines of a request behind its title. */
final class ApprovalDetails {

  private final List<Line> lines;
  private final SafeText safe;

  private ApprovalDetails(List<Line> lines, SafeText safe) {
    this.lines = lines;
    this.safe = safe;
  }

  static void add(List<Line> lines, ApprovalRequest request, SafeText safe) {
    ApprovalDetails details = new ApprovalDetails(lines, safe);
    if (request instanceof Command command) {
      details.command(command);
    } else if (request instanceof FileChange change) {
      details.fileChange(change);
    } else if (request instanceof Permissions permissions) {
      details.permissions(permissions);
    } else if (request instanceof McpTool tool) {
      details.tool(tool);
    } else if (request instanceof Elicitation elicitation) {
      details.elicitation(elicitation);
    } else if (request instanceof UserInput input) {
      input.questions().forEach(details::question);
    }
  }

  private void fact(String name, String value) {
    if (!value.isBlank()) {
      lines.add(new Line(Style.FACT, "  " + name + ": " + value));
    }
  }

  private void saying(String name, String text) {
    fact(name, safe.line(text.strip(), SafeText.FACT));
  }

  private void code(String first, List<String> text) {
    String mark = first;
    for (String line : text) {
      lines.add(new Line(Style.CODE, "    " + mark + line));
      mark = mark.isEmpty() ? "" : "| ";
    }
  }

  private void command(Command request) {
    if (request.network().isPresent()) {
      fact("host", ApprovalText.target(request, safe));
    }
    boolean typed = request.what() == ApprovalRequest.CommandKind.TYPE;
    code(typed ? "> " : "$ ", safe.commandBlock(request.command()));
    fact("in", safe.name(request.cwd()));
    if (!request.additionalPermissions().isMissingNode()) {
      RequestedPermissions.of(request.additionalPermissions())
          .lines(safe)
          .forEach(permission -> fact("beyond the sandbox", permission));
    }
    saying("reason", request.reason());
    if (remembers(request)) {
      fact("always", alwaysMeans(request));
    }
  }

  /** Whether "always" is more than "for the session". */
  private static boolean remembers(ApprovalRequest request) {
    return ApprovalAnswer.of(request, ApprovalDecision.allowAlways(), LegacyRefusal.OBJECT)
            .applied()
        == Kind.ALLOW_ALWAYS;
  }

  private String alwaysMeans(Command request) {
    return request.network().isPresent()
        ? "every command may reach " + safe.name(request.network().get().host())
        : "every command that begins with: "
            + safe.command(ShellWords.join(request.proposedPrefix()), SafeText.FACT);
  }

  private void fileChange(FileChange request) {
    PatchText.add(lines, request, safe);
    if (!request.grantRoot().isEmpty()) {
      fact("grants", "write below " + safe.name(request.grantRoot()) + ", for the session");
    }
    saying("reason", request.reason());
  }

  private void permissions(Permissions request) {
    for (String permission : RequestedPermissions.of(request.permissions()).lines(safe)) {
      lines.add(new Line(Style.FACT, "  " + permission));
    }
    fact("in", safe.name(request.cwd()));
    saying("reason", request.reason());
  }

  private void tool(McpTool request) {
    JsonNode arguments = request.arguments();
    if (!arguments.isMissingNode() && !arguments.isNull()) {
      code("", safe.block(arguments.toPrettyString()));
    }
    saying("the server says that it does", request.description());
    if (request.readOnly()) {
      fact("the server claims", "it changes nothing");
    }
    saying("reason", request.reason());
    if (remembers(request)) {
      fact("always", "Codex's configuration remembers this tool as allowed");
    }
  }

  private void elicitation(Elicitation request) {
    saying("it asks", request.reason());
    fact("address", safe.line(request.url(), SafeText.LONGEST));
    for (FormField field : FormField.of(request.schema())) {
      fact("field", field.describe(safe));
    }
  }

  private void question(Question question) {
    String title = question.header().isBlank() ? "question" : safe.name(question.header());
    fact("question", title.equals("question") ? "" : title);
    lines.add(new Line(Style.CODE, "    " + safe.line(question.text(), SafeText.FACT)));
    int number = 1;
    for (ApprovalRequest.Option option : question.options()) {
      String description = safe.line(option.description(), SafeText.FACT);
      lines.add(
          new Line(
              Style.CODE,
              "      %d. %s%s"
                  .formatted(
                      number++,
                      safe.name(option.label()),
                      description.isBlank() ? "" : " - " + description)));
    }
    if (question.freeText() && !question.options().isEmpty()) {
      fact("or", "an answer of your own");
    }
    if (question.secret()) {
      fact("secret", "the answer is not shown");
    }
  }
}

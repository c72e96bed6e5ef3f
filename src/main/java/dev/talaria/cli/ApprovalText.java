package dev.talaria.cli;

import dev.talaria.approval.ApprovalRequest;
import dev.talaria.base.Redaction;
import dev.talaria.protocol.PatchChange;
import java.util.ArrayList;
import java.util.List;

/** A question of Codex in a few lines that are safe to show on a terminal. */
final class ApprovalText {

  private static final int LONGEST = 600;
  private static final int FILES = 8;

  private ApprovalText() {}

  /** The whole question, a line each. */
  static List<String> describe(ApprovalRequest request) {
    List<String> lines = new ArrayList<>();
    lines.add("? " + headline(request));
    if (request instanceof ApprovalRequest.Command command) {
      lines.add("    in " + safe(command.cwd()));
    } else if (request instanceof ApprovalRequest.FileChange change) {
      change.changes().stream()
          .limit(change.changes().size() == 1 ? 0 : FILES)
          .forEach(file -> lines.add("    " + file.kind() + " " + safe(file.path())));
      if (change.changes().size() > FILES) {
        lines.add("    and " + (change.changes().size() - FILES) + " more");
      }
      if (!change.grantRoot().isEmpty()) {
        lines.add("    and everything below " + safe(change.grantRoot()) + " for this session");
      }
    } else if (request instanceof ApprovalRequest.McpTool tool) {
      lines.add("    with " + safe(tool.arguments().toString()));
    } else if (request instanceof ApprovalRequest.Elicitation elicitation
        && !elicitation.url().isEmpty()) {
      lines.add("    open " + safe(elicitation.url()));
    }
    if (!request.reason().isBlank()) {
      lines.add("    because: " + safe(request.reason()));
    }
    return lines;
  }

  /** The question in one line. */
  static String headline(ApprovalRequest request) {
    if (request instanceof ApprovalRequest.Command command) {
      return "run " + safe(command.command());
    } else if (request instanceof ApprovalRequest.FileChange change) {
      List<PatchChange> files = change.changes();
      return files.size() == 1
          ? files.get(0).kind() + " " + safe(files.get(0).path())
          : "change " + (files.isEmpty() ? "files" : files.size() + " files");
    } else if (request instanceof ApprovalRequest.Permissions permissions) {
      return "give permissions " + safe(permissions.permissions().toString());
    } else if (request instanceof ApprovalRequest.McpTool tool) {
      return "call the tool " + safe(tool.tool()) + " of the MCP server " + safe(tool.server());
    }
    return request instanceof ApprovalRequest.Elicitation elicitation
        ? "answer the MCP server " + safe(elicitation.server())
        : "answer the agent's questions";
  }

  private static String safe(String text) {
    return VisibleText.onOneLine(Redaction.redact(text), LONGEST);
  }
}

package dev.talaria.cli.turn;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.approval.ApprovalOutcome;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.approval.ApprovalText;
import dev.talaria.base.Redaction;
import dev.talaria.base.VisibleText;
import dev.talaria.cli.terminal.Durations;
import dev.talaria.protocol.Item;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.BackgroundCommand;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnResult;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Tells on a terminal, line by line, what a turn does while it does it. */
public final class TurnPrinter implements TurnListener {

  private static final int WIDTH = 100;

  private final PrintWriter out;
  private final boolean showApprovals;
  private final Set<String> shown = new HashSet<>();

  /**
   * @param showApprovals whether nobody else shows what Codex asks
   */
  public TurnPrinter(PrintWriter out, boolean showApprovals) {
    this.out = out;
    this.showApprovals = showApprovals;
  }

  private void line(String text) {
    out.println(shown(text));
    out.flush();
  }

  private static String shown(String text) {
    return VisibleText.onOneLine(Redaction.redact(text), WIDTH);
  }

  /** One line that says what happened to a command that continued after its turn. */
  public static String line(String what, BackgroundCommand command) {
    return shown("  " + what + ": " + command.command());
  }

  @Override
  public void onItemStarted(Item item) {
    String what = name(item);
    if (!what.isEmpty() && shown.add(item.id())) {
      line("  > " + what);
    }
  }

  @Override
  public void onItemCompleted(Item item) {
    if (!name(item).isEmpty()) {
      JsonNode raw = item.raw();
      StringBuilder end = new StringBuilder(raw.path("status").asText("done"));
      if (raw.path("exitCode").isInt()) {
        end.append(", exit ").append(raw.path("exitCode").intValue());
      }
      if (raw.path("durationMs").isNumber()) {
        end.append(", ").append(raw.path("durationMs").asLong()).append(" ms");
      }
      line("    " + end);
    }
  }

  private static String name(Item item) {
    JsonNode raw = item.raw();
    return switch (item.type()) {
      case "commandExecution" -> "exec " + raw.path("command").asText("");
      case "fileChange" -> "patch " + raw.path("changes").findValuesAsText("path");
      case "mcpToolCall" ->
          "mcp " + raw.path("server").asText("") + "." + raw.path("tool").asText("");
      case "dynamicToolCall" -> "tool " + raw.path("tool").asText("");
      case "webSearch" -> "search " + raw.path("query").asText("");
      default -> "";
    };
  }

  @Override
  public void onApprovalRequested(ApprovalRequest request) {
    if (showApprovals) {
      String mark = "  ? ";
      for (String text : ApprovalText.lines(request)) {
        out.println(mark + text);
        mark = "    ";
      }
      out.flush();
    }
  }

  @Override
  public void onApprovalEnded(ApprovalOutcome outcome) {
    String applied =
        outcome
            .applied()
            .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', ' '))
            .orElse("no longer asked");
    line("  ! " + applied + (why(outcome).isEmpty() ? "" : " (" + why(outcome) + ")"));
  }

  /** Who decided, when it was not the person or host that was asked; and what happened to it. */
  private static String why(ApprovalOutcome outcome) {
    String decider =
        switch (outcome.decider()) {
          case POLICY -> "policy: " + outcome.by();
          case REFUSAL, WITHDRAWN -> outcome.by();
          case HANDLER -> "";
        };
    return decider + (decider.isEmpty() || outcome.note().isEmpty() ? "" : "; ") + outcome.note();
  }

  @Override
  public void onError(TurnError error, boolean willRetry) {
    line((willRetry ? "  ~ " : "  x ") + error.message());
  }

  @Override
  public void onCompleted(TurnResult result) {
    String usage =
        result.usage() == null
            ? ""
            : ", " + result.usage().total().totalTokens() + " tokens in the thread";
    line(
        "  "
            + result.status().name().toLowerCase(Locale.ROOT)
            + " in "
            + Durations.show(result.duration())
            + usage);
    result.runningCommands().forEach(command -> line(line("still runs", command)));
  }
}

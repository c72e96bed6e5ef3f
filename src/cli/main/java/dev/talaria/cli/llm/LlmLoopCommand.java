package dev.talaria.cli.llm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.base.VisibleText;
import dev.talaria.cli.process.ConsoleCommand;
import dev.talaria.cli.terminal.Durations;
import dev.talaria.codex.CodexOptions;
import dev.talaria.llm.LoopRequest;
import dev.talaria.llm.LoopResult;
import dev.talaria.llm.LoopStep;
import dev.talaria.llm.StopReason;
import dev.talaria.llm.ToolFailurePolicy;
import dev.talaria.protocol.wire.WireJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code talaria llm loop}: the model works with tools until it is done or its budget is. */
@Command(
    name = "loop",
    description = {
      "Lets the model work with tools until it is done or its step budget is used up.",
      "Prints its last message; the steps are shown on standard error."
    })
final class LlmLoopCommand extends ConsoleCommand {

  @Mixin private LlmPrompt prompt;

  @Option(
      names = "--budget",
      paramLabel = "N",
      description = "How many actions may end before the loop is stopped. Default: 40.")
  private int budget = LoopRequest.DEFAULT_STEP_BUDGET;

  @Option(
      names = "--tools",
      paramLabel = "CLASS|MCP",
      description =
          "A ToolProvider class on the class path, or the name of an entry of"
              + " 'mcp_servers' in the file named by --host-config. Repeatable.")
  private List<String> tools = new ArrayList<>();

  @Option(
      names = "--tool-failures",
      paramLabel = "error|report",
      description = "Whether a failed tool call makes the loop fail. Default: error.")
  private ToolFailurePolicy toolFailures = ToolFailurePolicy.ERROR;

  @Override
  public Integer call() throws IOException, InterruptedException {
    CodexOptions.Builder codex = prompt.options();
    LoopTools offered = LoopTools.of(tools, prompt.file(), codex.build());
    LoopRequest.Builder request =
        LoopRequest.builder(prompt.text())
            .role(prompt.role())
            .system(prompt.system())
            .stepBudget(budget)
            .toolFailures(toolFailures)
            .tools(offered.tools())
            .onStep(this::show);
    offered.warnings().forEach(err()::println);
    codex.secretEnvironment(offered.environment());
    LoopResult result;
    try (LlmCalls calls = LlmCalls.open(prompt, codex.build(), offered.config(), err())) {
      request.cancellation(calls.cancellation());
      result = LlmCalls.await(calls.runtime().runAgentLoop(request.build()));
    }
    print(result);
    return result.stopReason() == StopReason.NATURAL || result.stopReason() == StopReason.BUDGET
        ? FINE
        : FAILED;
  }

  private void show(LoopStep step) {
    say(
        "  step %s, %s%s%s, after %s"
            .formatted(
                step.number(),
                spaced(step.kind()),
                step.name().isEmpty() ? "" : " " + VisibleText.onOneLine(step.name(), 100),
                step.failed() ? ": failed" : "",
                Durations.show(step.at())));
  }

  private static String spaced(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private void print(LoopResult result) {
    if (prompt.json()) {
      print(json(result));
    } else if (!result.finalText().isEmpty()) {
      out().println(VisibleText.of(result.finalText()));
    }
    result
        .toolFailures()
        .forEach(
            failure ->
                say("  failed: " + VisibleText.of(failure.tool() + ": " + failure.message())));
    switch (result.stopReason()) {
      case NATURAL -> {}
      case BUDGET -> say("  stopped: the budget of " + budget + " steps is used up");
      case CANCELLED -> say("talaria: the call was cancelled");
      case ERROR -> say("talaria: " + result.error().orElseThrow().getMessage());
    }
  }

  private static ObjectNode json(LoopResult result) {
    ObjectNode document =
        WireJson.mapper()
            .createObjectNode()
            .put("stopReason", spaced(result.stopReason()))
            .put("finalText", result.finalText());
    result
        .error()
        .ifPresentOrElse(
            error ->
                document
                    .putObject("error")
                    .put("kind", spaced(error.kind()))
                    .put("message", error.getMessage()),
            () -> document.putNull("error"));
    document.put("stepCount", result.metrics().stepCount());
    result.metrics().stepBoundaries().forEach(document.putArray("stepBoundariesMs")::addPOJO);
    result
        .toolFailures()
        .forEach(
            failure ->
                document
                    .withArrayProperty("toolFailures")
                    .addObject()
                    .put("tool", failure.tool())
                    .put("message", failure.message()));
    LlmCalls.describe(result.metrics(), document);
    return document;
  }
}

package dev.talaria.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.base.VisibleText;
import dev.talaria.llm.LlmMetrics;
import dev.talaria.llm.Role;
import dev.talaria.llm.TextRequest;
import dev.talaria.protocol.WireJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code talaria llm text}: one answer as text. */
@Command(
    name = "text",
    mixinStandardHelpOptions = true,
    description = "Prints the model's answer to a prompt.")
final class LlmTextCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private LlmSelection selection;

  @Option(
      names = "--role",
      paramLabel = "NAME",
      description = "What the call is for, which decides about the model. Default: default.")
  private String role = Role.DEFAULT.name();

  @Option(
      names = "--system",
      paramLabel = "TEXT",
      description = "What the model is told before the prompt.")
  private String system = "";

  @Parameters(
      paramLabel = "PROMPT",
      arity = "1..*",
      description = "The prompt; '-' reads it from standard input.")
  private List<String> words;

  @Override
  public Integer call() throws IOException, InterruptedException {
    AtomicReference<LlmMetrics> taken = new AtomicReference<>();
    TextRequest.Builder request =
        TextRequest.builder(LlmCalls.prompt(words))
            .role(Role.of(role))
            .system(system)
            .onMetrics(taken::set);
    String text;
    try (LlmCalls calls = LlmCalls.open(selection, Role.of(role), spec.commandLine().getErr())) {
      request.cancellation(calls.cancellation());
      text = LlmCalls.await(calls.runtime().generateText(request.build()));
    }
    PrintWriter out = spec.commandLine().getOut();
    if (selection.json()) {
      ObjectNode document = WireJson.mapper().createObjectNode().put("text", text);
      LlmCalls.describe(taken.get(), document);
      out.println(document.toPrettyString());
    } else {
      out.println(VisibleText.of(text));
    }
    return Talaria.FINE;
  }
}

package dev.talaria.cli.llm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.base.VisibleText;
import dev.talaria.cli.process.ConsoleCommand;
import dev.talaria.llm.LlmMetrics;
import dev.talaria.llm.TextRequest;
import dev.talaria.protocol.wire.WireJson;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code talaria llm text}: one answer as text. */
@Command(name = "text", description = "Prints the model's answer to a prompt.")
final class LlmTextCommand extends ConsoleCommand {

  @Mixin private LlmPrompt prompt;

  @Override
  public Integer call() throws IOException, InterruptedException {
    AtomicReference<LlmMetrics> taken = new AtomicReference<>();
    TextRequest.Builder request =
        TextRequest.builder(prompt.text())
            .role(prompt.role())
            .system(prompt.system())
            .onMetrics(taken::set);
    String text;
    try (LlmCalls calls = LlmCalls.open(prompt, err())) {
      request.cancellation(calls.cancellation());
      text = LlmCalls.await(calls.runtime().generateText(request.build()));
    }
    if (prompt.json()) {
      ObjectNode document = WireJson.mapper().createObjectNode().put("text", text);
      LlmCalls.describe(taken.get(), document);
      print(document);
    } else {
      out().println(VisibleText.of(text));
    }
    return FINE;
  }
}

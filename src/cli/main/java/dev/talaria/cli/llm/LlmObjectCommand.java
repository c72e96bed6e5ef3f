package dev.talaria.cli.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.cli.process.ConsoleCommand;
import dev.talaria.llm.LlmMetrics;
import dev.talaria.llm.ObjectRequest;
import dev.talaria.protocol.wire.WireJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code talaria llm object}: one answer as JSON that is valid against a schema. */
@Command(
    name = "object",
    description = "Prints the model's answer as JSON that is valid against a schema.")
final class LlmObjectCommand extends ConsoleCommand {

  @Mixin private LlmPrompt prompt;

  @Option(
      names = "--schema",
      paramLabel = "FILE",
      required = true,
      description = "The JSON Schema of the answer.")
  private Path schema;

  @Override
  public Integer call() throws IOException, InterruptedException {
    AtomicReference<LlmMetrics> taken = new AtomicReference<>();
    ObjectRequest.Builder<JsonNode> request =
        ObjectRequest.builder(prompt.text(), schema())
            .role(prompt.role())
            .system(prompt.system())
            .onMetrics(taken::set);
    JsonNode answer;
    try (LlmCalls calls = LlmCalls.open(prompt, err())) {
      request.cancellation(calls.cancellation());
      answer = LlmCalls.await(calls.runtime().generateObject(request.build()));
    }
    if (prompt.json()) {
      ObjectNode document = WireJson.mapper().createObjectNode();
      document.set("object", answer);
      LlmCalls.describe(taken.get(), document);
      print(document);
    } else {
      print(answer);
    }
    return FINE;
  }

  private JsonNode schema() throws IOException {
    try {
      return WireJson.mapper().readTree(Files.readAllBytes(schema));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          schema + " is not JSON: " + e.getOriginalMessage() + "; give the file of a JSON Schema",
          e);
    }
  }
}

package dev.talaria.cli.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.base.VisibleText;
import dev.talaria.cli.codex.ConnectedCommand;
import dev.talaria.protocol.v2.Model;
import dev.talaria.session.Codex;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code talaria models}: the models that a session can be opened with. */
@Command(
    name = "models",
    description = {
      "Lists the models: id, efforts with the default in brackets, and service tiers.",
      "The default model has a star."
    },
    footer = {"", "Exit codes: 0 fine, 1 Codex refused, 2 misuse, 3 Codex missing or too old."})
public final class ModelsCommand extends ConnectedCommand {

  @Option(
      names = "--hidden",
      description = "Also lists the models that Codex does not offer on its own.")
  private boolean hidden;

  @Override
  protected int run(Codex codex) {
    List<Model> models = codex.models().list(hidden);
    if (json) {
      ObjectNode document = JsonNodeFactory.instance.objectNode();
      document.put("provider", codex.models().providers().defaultProviderId());
      ArrayNode array = document.putArray("models");
      models.forEach(model -> array.add(model.json()));
      print(document);
      return FINE;
    }
    for (Model model : models) {
      String efforts =
          model.supportedReasoningEfforts().stream()
              .map(option -> option.reasoningEffort())
              .map(one -> one.equals(model.defaultReasoningEffort()) ? "[" + one + "]" : one)
              .collect(Collectors.joining(" "));
      String tiers =
          model.serviceTiers().stream().map(tier -> tier.id()).collect(Collectors.joining(" "));
      String line =
          "%s %-20s  %-40s  %s"
              .formatted(model.isDefault() ? "*" : " ", model.id(), efforts, tiers);
      out().println(VisibleText.onOneLine(line.stripTrailing()));
    }
    out().flush();
    return FINE;
  }
}

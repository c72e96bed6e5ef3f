package dev.talaria.cli.llm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.cli.process.ConsoleCommand;
import dev.talaria.llm.config.AuthProbe;
import dev.talaria.llm.config.LlmConfig;
import dev.talaria.llm.config.ProbeResult;
import dev.talaria.llm.config.ProbedModels;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.session.Codex;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code talaria llm probe}: does the login answer, with each model that is configured? */
@Command(
    name = "probe",
    description =
        "Makes one small call with each configured model, and says how to fix any" + " problem.")
final class LlmProbeCommand extends ConsoleCommand {

  @Mixin private LlmSelection selection;

  @Override
  public Integer call() {
    Optional<LlmConfig> config = selection.config(Set.of());
    List<ProbeResult> results = new ArrayList<>();
    try (Codex codex = Codex.launch(selection.options().build())) {
      AuthProbe probe = selection.probe(codex);
      if (selection.model() != null || config.isEmpty()) {
        results.add(probe.probe(selection.model() == null ? "default" : selection.model()));
      } else {
        ProbedModels probed = probe.probe(config.get());
        results.add(probed.anchor());
        probed.fallbacks().forEach(fallback -> results.add(fallback.result()));
      }
    }
    print(results);
    return results.get(0).isOk() ? FINE : FAILED;
  }

  private void print(List<ProbeResult> results) {
    if (!selection.json()) {
      results.forEach(result -> out().println(result.message()));
      return;
    }
    ObjectNode document = WireJson.mapper().createObjectNode();
    document.put("ok", results.get(0).isOk());
    ArrayNode models = document.putArray("models");
    for (ProbeResult result : results) {
      models
          .addObject()
          .put("model", result.model())
          .put("outcome", name(result))
          .put("message", result.message())
          .put("fix", result.fix());
    }
    print(document);
  }

  /** Such as {@code notLoggedIn}. */
  static String name(ProbeResult result) {
    String name = result.getClass().getSimpleName();
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}

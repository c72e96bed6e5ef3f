package dev.talaria.cli.llm;

import dev.talaria.base.TalariaException;
import dev.talaria.cli.process.ConsoleCommand;
import dev.talaria.host.RuntimeSwitch;
import dev.talaria.llm.Role;
import dev.talaria.llm.config.LlmConfig;
import dev.talaria.llm.config.ProbedModels;
import dev.talaria.migration.yaml.YamlKey;
import dev.talaria.session.Codex;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code talaria llm setup}: tries the login and writes {@code llm} into the host's YAML. */
@Command(
    name = "setup",
    description = {
      "Tries the login and the models, and writes 'llm' into the host's YAML: one key at a time,"
          + " with every other byte left as it is.",
      "A model that does not answer is replaced by that of the role 'default'; if that one does not"
          + " answer, nothing is written."
    })
final class LlmSetupCommand extends ConsoleCommand {

  /** What this installation's Codex uses; a name of today may be retired tomorrow. */
  private static final String ANY = "codex";

  @Mixin private LlmSelection selection;

  @Option(
      names = "--force",
      description = "Tries and writes everything again, even if it is set up already.")
  private boolean force;

  @Override
  public Integer call() {
    if (selection.file() == null) {
      throw misuse("setup: name the host's YAML with --host-config FILE; it may be new");
    }
    Optional<LlmConfig> before = configured();
    if (before.isPresent() && selection.model() == null && !force) {
      out().println("LLM ready: yes (codex, " + before.get().slots().model(Role.DEFAULT) + ")");
      return FINE;
    }
    LlmConfig wanted = wanted(before);
    ProbedModels probed = probe(wanted);
    if (!probed.isUsable()) {
      say("LLM test failed");
      say("talaria: " + probed.anchor().message());
      return FAILED;
    }
    say("LLM test passed (Codex, " + probed.anchor().model() + ")");
    probed.fallbacks().forEach(fallback -> say(fallback.message()));
    say(wanted.isolation().warning());
    write(wanted, probed);
    out().println("LLM ready: yes (codex, " + probed.anchor().model() + ")");
    return FINE;
  }

  /** What the file says already, if it can be used as it is. */
  private Optional<LlmConfig> configured() {
    try {
      return selection.config(Set.of());
    } catch (TalariaException incompleteOrNew) {
      return Optional.empty();
    }
  }

  private LlmConfig wanted(Optional<LlmConfig> before) {
    String model =
        selection.model() != null
            ? selection.model()
            : before.map(config -> config.slots().model(Role.DEFAULT)).orElseGet(this::asked);
    Map<Role, String> models = new LinkedHashMap<>();
    before.ifPresent(config -> models.putAll(config.models()));
    models.put(Role.DEFAULT, model);
    return LlmConfig.codex(models);
  }

  private String asked() {
    if (!selection.mayAsk()) {
      return ANY;
    }
    String answer = System.console().readLine("Model of all roles [%s, the default]: ", ANY);
    return answer == null || answer.isBlank() ? ANY : answer.strip();
  }

  private ProbedModels probe(LlmConfig wanted) {
    say("Checking Codex LLM (" + wanted.slots().model(Role.DEFAULT) + ").");
    try (Codex codex = Codex.launch(selection.options().build())) {
      return selection.probe(codex).probe(wanted);
    }
  }

  private void write(LlmConfig wanted, ProbedModels probed) {
    RuntimeSwitch.Store file = RuntimeSwitch.Store.of(selection.file());
    String before = file.read();
    String text = set(before, "codex", "llm", "provider", "backend");
    String model = wanted.slots().model(Role.DEFAULT);
    YamlKey anchor = YamlKey.of("llm", "models", Role.DEFAULT.name());
    if (selection.model() != null || anchor.read(text, file.name()).isEmpty()) {
      text = anchor.write(text, file.name(), model);
    }
    for (ProbedModels.Fallback fallback : probed.fallbacks()) {
      for (String role : fallback.roles()) {
        text = set(text, model, "llm", "models", role);
      }
    }
    if (!text.equals(before)) {
      file.write(before, text);
    }
  }

  private String set(String yaml, String value, String... path) {
    return YamlKey.of(path).write(yaml, selection.file().toString(), value);
  }
}

package dev.talaria.cli.doctor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.base.TalariaException;
import dev.talaria.codex.CodexOptions;
import dev.talaria.llm.config.AuthProbe;
import dev.talaria.llm.config.LlmConfig;
import dev.talaria.llm.config.LlmConfigException;
import dev.talaria.llm.config.ProbeResult;
import dev.talaria.llm.config.ProbedModels;
import dev.talaria.migration.HostConfig;
import dev.talaria.session.Codex;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What {@code talaria doctor} says of a host's language models. For one thread.
 *
 * <p>Unless it is to be fast, each distinct model is asked once: that costs a few tokens.
 */
final class LlmExamination {

  private static final String SUBJECT = "llm";

  private final Path file;
  private final CodexOptions options;
  private final boolean fast;
  private final Findings findings;
  private LlmConfig config;
  private ProbedModels probed;
  private boolean blocked;

  LlmExamination(Path file, CodexOptions options, boolean fast, Findings findings) {
    this.file = file;
    this.options = options;
    this.fast = fast;
    this.findings = findings;
  }

  /**
   * Looks at the configuration, and tries it.
   *
   * @param startable whether there is a Codex that starts
   */
  void run(boolean startable) {
    try {
      config = LlmConfig.of(HostConfig.read(file).values(), file);
    } catch (LlmConfigException e) {
      e.errors().forEach(error -> bad(error, "fix it in " + file + ", then rerun talaria doctor"));
      return;
    } catch (TalariaException e) {
      bad(e.getMessage(), "fix it; until then none of it is used");
      return;
    }
    config.warnings().forEach(warning -> findings.note(SUBJECT, warning, "remove it"));
    if (config.backend() == LlmConfig.Backend.CODEX) {
      if (fast) {
        findings.note(SUBJECT, "auth probe skipped (--fast)", "");
      } else if (startable) {
        probe();
      }
      findings.note(SUBJECT, config.isolation().warning(), config.isolation().advice());
    }
  }

  private void probe() {
    try (Codex codex = Codex.launch(options)) {
      probed = AuthProbe.on(codex).probe(config);
    } catch (TalariaException e) {
      bad("the models could not be tried: " + e.getMessage(), "run talaria doctor again");
      return;
    }
    ProbeResult anchor = probed.anchor();
    if (!anchor.isOk()) {
      bad(anchor.message(), anchor.fix());
      return;
    }
    findings.good(SUBJECT, "local Codex session authenticated (" + anchor.model() + ")");
    probed
        .fallbacks()
        .forEach(
            fallback ->
                findings.note(
                    SUBJECT,
                    fallback.message() + " " + fallback.result().message(),
                    fallback.result().fix()));
  }

  private void bad(String what, String advice) {
    blocked = true;
    findings.bad(SUBJECT, what, advice);
  }

  /** Adds the same as JSON, if there is a language model. */
  void addTo(ObjectNode json) {
    if (config == null || config.backend() == LlmConfig.Backend.NONE) {
      return;
    }
    ObjectNode llm = json.putObject("llm");
    llm.put("backend", "codex");
    ObjectNode models = llm.putObject("models");
    config.models().forEach((role, model) -> models.put(role.name(), model));
    llm.put("isolation", config.isolation().name().toLowerCase(Locale.ROOT));
    llm.put("verdict", verdict());
    if (probed != null) {
      ArrayNode fallbacks = llm.putArray("fallbacks");
      probed
          .fallbacks()
          .forEach(
              fallback -> {
                ObjectNode entry = fallbacks.addObject().put("model", fallback.model());
                fallback.roles().forEach(entry.putArray("roles")::add);
              });
    }
  }

  private String verdict() {
    if (blocked) {
      return "blocked";
    }
    return probed == null ? "not tried" : "usable";
  }
}

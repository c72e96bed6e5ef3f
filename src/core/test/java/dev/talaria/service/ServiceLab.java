package dev.talaria.service;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.talaria.codex.CodexOptions;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.ScriptedModel;
import dev.talaria.session.Codex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The real Codex on a home of its own. The typed calls are those of the pinned version. */
final class ServiceLab implements AutoCloseable {

  final ScriptedModel model;
  final ScratchCodexHome home;
  final Codex codex;

  /** The process of {@link #codex}. */
  final ProcessHandle process;

  private ServiceLab(ScriptedModel model, ScratchCodexHome home, Map<String, String> environment)
      throws Exception {
    this.model = model;
    this.home = home;
    var before = ProcessHandle.current().children().toList();
    codex =
        Codex.launch(
            CodexOptions.builder()
                .executable(PinnedCodex.selected().executable())
                .codexHome(home.path())
                .workingDirectory(home.path())
                .environment(home.isolatedEnvironment())
                .environment(environment)
                .build());
    process =
        ProcessHandle.current()
            .children()
            .filter(child -> !before.contains(child))
            .findAny()
            .orElseThrow();
  }

  static ServiceLab start() throws Exception {
    return start(config -> config, Map.of());
  }

  static ServiceLab start(
      UnaryOperator<ScratchCodexHome.Builder> config, Map<String, String> environment)
      throws Exception {
    assumeTrue(
        PinnedCodex.selectedVersion().equals(PinnedCodex.pinnedVersion()),
        "the typed calls are those of the pinned Codex");
    ScriptedModel model = ScriptedModel.start(ModelScript.texts("done"));
    return new ServiceLab(
        model, config.apply(ScratchCodexHome.builder(model.baseUrl())).create(), environment);
  }

  /** With a loopback issuer of logins, which is ChatGPT's backend, too. */
  static ServiceLab start(LoginIssuer issuer) throws Exception {
    return start(
        config ->
            config
                .rootKey("chatgpt_base_url", issuer.backend())
                .withoutKey()
                .providerKey("requires_openai_auth", true),
        issuer.environment());
  }

  Path authFile() {
    return home.path().resolve("auth.json");
  }

  String config() throws IOException {
    return Files.readString(home.configFile());
  }

  /** Whether a text is in a file of the home. */
  boolean holds(String text) throws IOException {
    try (Stream<Path> files = Files.walk(home.path())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1)
            .contains(text)) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public void close() throws IOException {
    codex.close();
    model.close();
    home.close();
  }
}

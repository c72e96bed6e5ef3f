package dev.talaria.samples.boot;

import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.fixtures.model.ScriptedModel;
import dev.talaria.spring.boot.CodexOptionsCustomizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * With the profile {@code demo}: the real Codex, installed by npm into Talaria's cache, with a
 * model that follows a script. So the program runs without a login.
 */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoCodex implements DisposableBean {

  private final Path folder = Files.createTempDirectory("talaria-sample-");

  DemoCodex() throws IOException {}

  /** Each prompt has a command that asks, then a text. */
  @Bean
  ScriptedModel model() throws IOException {
    return ScriptedModel.start(
        ModelScript.builder()
            .repeat()
            .respond(
                request ->
                    request.hasOutputSincePrompt()
                        ? Reply.text("I have written hello.txt.")
                        : Reply.of(OutputItem.escalatedCommand("echo hello > hello.txt")))
            .build());
  }

  /** In a folder that is there already, which is not swept while the program ends. */
  @Bean
  ScratchCodexHome home(ScriptedModel model) throws IOException {
    return ScratchCodexHome.builder(model.baseUrl()).create(folder);
  }

  @Bean
  CodexOptionsCustomizer scripted(ScratchCodexHome home) throws Exception {
    PinnedCodex codex = PinnedCodex.selected();
    return options ->
        options
            .executable(codex.executable())
            .codexHome(home.path())
            .environment(home.isolatedEnvironment());
  }

  /** When the home is closed, which empties it. */
  @Override
  public void destroy() throws IOException {
    Files.deleteIfExists(folder);
  }
}

package dev.talaria.llm;

import dev.talaria.codex.CodexOptions;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.ScriptedModel;
import dev.talaria.session.Codex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/** A runtime on the real Codex with a scripted model. */
final class LlmLab implements AutoCloseable {

  final ScriptedModel model;
  final ScratchCodexHome home;
  final Codex codex;
  final CodexLlmRuntime llm;

  LlmLab(Path workspace, ModelScript script) {
    this(workspace, script, config -> config, runtime -> runtime);
  }

  LlmLab(
      Path workspace,
      ModelScript script,
      UnaryOperator<ScratchCodexHome.Builder> config,
      UnaryOperator<CodexLlmRuntime.Builder> runtime) {
    try {
      model = ScriptedModel.start(script);
      home = config.apply(ScratchCodexHome.builder(model.baseUrl())).create();
      codex =
          Codex.launch(
              CodexOptions.builder()
                  .executable(PinnedCodex.selected().executable())
                  .codexHome(home.path())
                  .environment(home.isolatedEnvironment())
                  .build());
      CodexLlmRuntime.Builder builder =
          CodexLlmRuntime.on(codex)
              .cwd(workspace.toRealPath())
              .models(ModelSlots.of(Map.of(Role.DEFAULT, "gpt-5.5", Role.TRIAGE, "gpt-5.4")));
      llm = runtime.apply(builder).build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a call comes to. */
  static <T> T get(CompletableFuture<T> call) throws Exception {
    return call.get(60, TimeUnit.SECONDS);
  }

  /** Why a call failed. */
  static LlmException failure(CompletableFuture<?> call)
      throws InterruptedException, TimeoutException {
    try {
      throw new AssertionError("it came to " + call.get(60, TimeUnit.SECONDS));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof LlmException known) {
        return known;
      }
      throw new AssertionError(e.getCause());
    }
  }

  @Override
  public void close() {
    llm.close();
    codex.close();
    model.close();
    try {
      home.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

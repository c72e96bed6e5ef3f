package dev.talaria.cli.chat;

import dev.talaria.cli.codex.CodexInstaller;
import dev.talaria.codex.CodexOptions;
import dev.talaria.codex.process.ScratchFolder;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.ModelScriptException;
import dev.talaria.fixtures.model.ScriptedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A real Codex whose model is a script: no login, no network, and nothing of the user's is touched.
 * Ends with {@link #close}, and its folders with it.
 */
final class ScriptedCodex implements AutoCloseable {

  private final ScriptedModel model;
  private final ScratchCodexHome home;
  private final ScratchFolder workspace;
  private final Path executable;

  private ScriptedCodex(
      ScriptedModel model, ScratchCodexHome home, ScratchFolder workspace, Path executable) {
    this.model = model;
    this.home = home;
    this.workspace = workspace;
    this.executable = executable;
  }

  /**
   * Starts the model.
   *
   * @param executable of Codex; {@code null} for the pinned one, which is installed if need be
   */
  static ScriptedCodex start(Path script, Path executable, Consumer<String> progress)
      throws IOException, InterruptedException {
    ModelScript read = read(script);
    Path codex = executable == null ? CodexInstaller.pinned(progress) : executable;
    ScriptedModel model = ScriptedModel.start(read);
    try {
      ScratchFolder workspace = ScratchFolder.create("talaria-chat-");
      ScratchCodexHome home =
          ScratchCodexHome.builder(model.baseUrl())
              .rootKey("sandbox_mode", "read-only")
              .rootKey("approval_policy", "on-request")
              // Commands run in a login shell: not with the profile of the person who runs this.
              .table("[shell_environment_policy.set]\nHOME = \"" + workspace.path() + "\"")
              .create();
      return new ScriptedCodex(model, home, workspace, codex);
    } catch (IOException | RuntimeException e) {
      model.close();
      throw e;
    }
  }

  private static ModelScript read(Path script) throws IOException {
    if (!Files.isRegularFile(script)) {
      throw new IllegalArgumentException("there is no script " + script);
    }
    try {
      return ModelScript.read(script);
    } catch (ModelScriptException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** Points Codex to the script. */
  CodexOptions.Builder in(CodexOptions.Builder options) {
    return options
        .executable(executable)
        .codexHome(home.path())
        .environment(home.isolatedEnvironment());
  }

  /** Where commands run if nobody says. */
  Path workspace() {
    return workspace.path();
  }

  Path home() {
    return home.path();
  }

  Path executable() {
    return executable;
  }

  @Override
  public void close() throws IOException {
    model.close();
    home.close();
    workspace.close();
  }
}

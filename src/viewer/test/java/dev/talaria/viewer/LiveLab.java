package dev.talaria.viewer;

import dev.talaria.approval.ApprovalHandler;
import dev.talaria.codex.CodexOptions;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.ScriptedModel;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A real Codex with a scripted model, for viewers. Belongs to one thread. */
public final class LiveLab implements AutoCloseable {

  public final ScriptedModel model;
  public final Codex codex;
  public final Path workspace;
  private final ScratchCodexHome home;

  public LiveLab(Path folder) throws IOException, InterruptedException {
    workspace = Files.createDirectory(folder.resolve("shop")).toRealPath();
    model = ScriptedModel.start(ModelScript.texts());
    home =
        ScratchCodexHome.builder(model.baseUrl())
            .feature("default_mode_request_user_input", true)
            .create();
    codex = Codex.launch(launchOptions());
  }

  /** For one more Codex on the same home. */
  CodexOptions launchOptions() throws IOException, InterruptedException {
    return CodexOptions.builder()
        .executable(PinnedCodex.selected().executable())
        .codexHome(home.path())
        .environment(home.isolatedEnvironment())
        .build();
  }

  /** A session whose model goes on with this script. */
  public CodexSession open(ModelScript script, ApprovalHandler approvals) {
    model.restart(script);
    return codex.openSession(SessionOptions.builder().cwd(workspace).approvals(approvals).build());
  }

  /** What "always" has stored. */
  String storedRules() throws IOException {
    return Files.readString(home.path().resolve("rules/default.rules"));
  }

  @Override
  public void close() throws IOException {
    codex.close();
    model.close();
    home.close();
  }
}

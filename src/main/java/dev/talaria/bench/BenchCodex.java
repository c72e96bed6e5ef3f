package dev.talaria.bench;

import dev.talaria.codex.CodexOptions;
import dev.talaria.codex.ScratchFolder;
import dev.talaria.fixtures.ModelScript;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.ScriptedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The real Codex with a scripted model, a home and a workspace of the benchmark's own.
 *
 * <p>Any number of children may run on it at a time; {@link #close} removes the folders.
 */
final class BenchCodex implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path executable;
  private final ScriptedModel model;
  private final ScratchCodexHome home;
  private final Path workspace;

  BenchCodex(Path executable, ModelScript script) throws IOException {
    this.executable = executable;
    model = ScriptedModel.start(script);
    home = ScratchCodexHome.builder(model.baseUrl()).create();
    workspace = Files.createTempDirectory("talaria-bench-").toRealPath();
  }

  Path workspace() {
    return workspace;
  }

  /** Lets go of what the model was asked so far, which this JVM holds. */
  void forgetRequests() {
    model.forgetRequests();
  }

  /** Starts Codex the way that Talaria does. */
  CodexOptions options() {
    return CodexOptions.builder()
        .executable(executable)
        .codexHome(home.path())
        .environment(home.isolatedEnvironment())
        // Hundreds of children may start on two processors.
        .startTimeout(PATIENCE)
        .versionTimeout(PATIENCE)
        .requestTimeout(PATIENCE)
        .build();
  }

  /** Starts Codex without Talaria; stderr goes nowhere. */
  ProcessBuilder bare(String... arguments) {
    ProcessBuilder command = new ProcessBuilder(executable.toString());
    command.command().addAll(List.of(arguments));
    command.environment().putAll(home.isolatedEnvironment());
    command.directory(workspace.toFile());
    command.redirectError(ProcessBuilder.Redirect.DISCARD);
    return command;
  }

  @Override
  public void close() throws IOException {
    model.close();
    home.close();
    ScratchFolder.delete(workspace);
  }
}

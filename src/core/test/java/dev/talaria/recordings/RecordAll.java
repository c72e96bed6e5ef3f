package dev.talaria.recordings;

import dev.talaria.appserver.AppServer;
import dev.talaria.appserver.Workers;
import dev.talaria.codex.CodexExecutable;
import dev.talaria.codex.CodexOptions;
import dev.talaria.codex.CodexVersion;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ScriptedModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Records every scenario on the real Codex: {@code RecordAll TARGET EXECUTABLE...}; into {@code
 * TARGET/<version>/<scenario>.jsonl}; without an executable, on the pinned one. The script {@code
 * fixtures/record-all} calls it.
 */
final class RecordAll {

  private RecordAll() {}

  /** Records; arguments: the target folder, then Codex executables. */
  public static void main(String[] args) throws Exception {
    Path target = Path.of(args[0]);
    List<String> failures = new ArrayList<>();
    List<String> executables = new ArrayList<>(List.of(args).subList(1, args.length));
    if (executables.isEmpty()) {
      executables.add(
          PinnedCodex.install(PinnedCodex.defaultCache(), System.err::println)
              .executable()
              .toString());
    }
    for (String executable : executables) {
      CodexVersion version =
          CodexExecutable.locate(CodexOptions.builder().executable(Path.of(executable)).build())
              .version();
      Path folder = Files.createDirectories(target.resolve(version.toString()));
      for (Scenario scenario : Scenarios.of(version)) {
        Path file = folder.resolve(scenario.name() + ".jsonl");
        Files.deleteIfExists(file);
        try {
          record(scenario, Path.of(executable), file);
          System.out.println(version + " " + scenario.name() + " " + Files.size(file) + " bytes");
        } catch (Exception | Error e) {
          failures.add(version + " " + scenario.name() + ": " + e);
          Files.deleteIfExists(file);
        }
      }
    }
    failures.forEach(failure -> System.err.println("not recorded: " + failure));
    System.exit(failures.isEmpty() ? 0 : 1);
  }

  private static void record(Scenario scenario, Path executable, Path file) throws Exception {
    Path workspace = Files.createTempDirectory("talaria-scenario-").toRealPath();
    Path raw = Files.createTempDirectory("talaria-raw-");
    List<Path> parts = new ArrayList<>();
    List<AutoCloseable> open = new ArrayList<>();
    String home;
    try (ScriptedModel model = ScriptedModel.start(scenario.script());
        ScratchCodexHome scratch =
            scenario.config().apply(ScratchCodexHome.builder(model.baseUrl())).create()) {
      home = scratch.path().toString();
      try {
        scenario.play().on(stage(executable, scratch, model, workspace, raw, parts, open));
      } finally {
        for (AutoCloseable connection : open) {
          connection.close();
        }
      }
    }
    StringBuilder all = new StringBuilder();
    for (Path part : parts) {
      List<String> lines = Files.readAllLines(part);
      // Only one header; another process of the same scenario goes on in the same file.
      for (String line : all.length() == 0 ? lines : lines.subList(1, lines.size())) {
        all.append(line.replace(workspace.toString(), "/ws").replace(home, "/codex-home"))
            .append('\n');
      }
    }
    Files.writeString(file, all.toString(), StandardCharsets.UTF_8);
    delete(workspace);
    delete(raw);
  }

  private static Stage stage(
      Path executable,
      ScratchCodexHome home,
      ScriptedModel model,
      Path workspace,
      Path raw,
      List<Path> parts,
      List<AutoCloseable> open) {
    Path part = raw.resolve(parts.size() + ".jsonl");
    parts.add(part);
    Workers workers = Workers.create();
    AppServer server =
        AppServer.launch(
            CodexOptions.builder()
                .executable(executable)
                .codexHome(home.path())
                .environment(home.isolatedEnvironment())
                .recordTo(part)
                .build(),
            workers);
    open.add(server);
    open.add(workers);
    return new Stage(
        server,
        model,
        workspace,
        () -> {
          killChildren();
          return stage(executable, home, model, workspace, raw, parts, open);
        });
  }

  private static void killChildren() {
    ProcessHandle.current()
        .children()
        .filter(child -> child.info().command().orElse("").endsWith("codex"))
        .forEach(
            child -> {
              child.destroyForcibly();
              child.onExit().join();
            });
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}

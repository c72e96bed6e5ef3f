package dev.talaria.host;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.appserver.AppServer;
import dev.talaria.appserver.Workers;
import dev.talaria.codex.CodexOptions;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.protocol.wire.WireJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * The real Codex on a configuration that was migrated. For one thread.
 *
 * <p>Its way to the network is a port where nobody answers: {@code codex mcp list} asks every HTTP
 * server how one logs in there.
 */
final class MigrationLab {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  final Path home;
  private final Path executable;

  MigrationLab(Path home) throws Exception {
    this.home = home;
    this.executable = PinnedCodex.selected().executable();
  }

  Path config() {
    return home.resolve("config.toml");
  }

  CodexOptions options() {
    return CodexOptions.builder()
        .executable(executable)
        .environment(environment())
        .workingDirectory(home)
        .build();
  }

  CodexVerifier verifier() {
    return CodexVerifier.of(options());
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    for (String name : List.of("HTTPS_PROXY", "HTTP_PROXY", "https_proxy", "http_proxy")) {
      environment.put(name, "http://127.0.0.1:9");
    }
    environment.put("NO_PROXY", "");
    environment.put("CODEX_HOME", home.toString());
    environment.put("HOME", home.toString());
    return environment;
  }

  /** Runs {@code codex} and gives what it says on its standard output. */
  String run(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(executable.toString()));
    command.addAll(List.of(arguments));
    Path said = Files.createTempFile(home, "said", ".txt");
    Path complained = Files.createTempFile(home, "complained", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectOutput(said.toFile())
            .redirectError(complained.toFile());
    builder.environment().putAll(environment());
    Process process = builder.start();
    process.getOutputStream().close();
    try {
      if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new AssertionError(command + ": " + Files.readString(complained));
      }
      return Files.readString(said);
    } finally {
      process.destroyForcibly().onExit().join();
      Files.delete(said);
      Files.delete(complained);
    }
  }

  /** The names of all servers that Codex knows. */
  TreeSet<String> servers() throws Exception {
    TreeSet<String> names = new TreeSet<>();
    JsonNode list = WireJson.mapper().readTree(run("mcp", "list", "--json"));
    list.forEach(server -> names.add(server.path("name").asText()));
    return names;
  }

  /** Asks an app-server of its own. */
  JsonNode ask(String method, Map<String, ?> params) throws Exception {
    try (Workers workers = Workers.create();
        AppServer server = AppServer.launch(options(), workers)) {
      return AppServer.await(server.request(method, params, JsonNode.class), LIMIT);
    }
  }

  /** Lets Codex itself write a value into its configuration, as its desktop app and IDE do. */
  void write(String keyPath, Object value) throws Exception {
    Map<String, Object> params = new HashMap<>();
    params.put("keyPath", keyPath);
    params.put("value", value);
    params.put("mergeStrategy", "replace");
    ask("config/value/write", params);
  }
}

package dev.talaria.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.base.TalariaException;
import dev.talaria.cli.codex.CodexListCommand;
import dev.talaria.cli.terminal.Durations;
import dev.talaria.codex.CodexExecutable;
import dev.talaria.codex.CodexNotFoundException;
import dev.talaria.codex.CodexOptions;
import dev.talaria.codex.CodexVersion;
import dev.talaria.codex.CodexVersionException;
import dev.talaria.rpc.RpcException;
import dev.talaria.server.CodexServer;
import dev.talaria.session.Codex;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code talaria doctor} looks at, in order; each step needs the one before.
 *
 * <p>It reads and asks, and changes nothing.
 */
final class Examination {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final CodexOptions options;
  private final Findings findings;

  Examination(CodexOptions options, Findings findings) {
    this.options = options;
    this.findings = findings;
  }

  void run() {
    CodexExecutable executable;
    try {
      executable = CodexExecutable.locate(options);
    } catch (CodexNotFoundException | CodexVersionException e) {
      findings.add(
          "codex",
          Findings.State.MISSING,
          e.getMessage(),
          "talaria codex install, or name one with --codex or $" + CodexExecutable.VARIABLE);
      return;
    }
    findings.good("codex", executable.version() + ", " + executable.path() + origin(executable));
    CodexOptions found = options.toBuilder().executable(executable.path()).build();
    long start = System.nanoTime();
    try (Codex codex = Codex.launch(found)) {
      findings.good(
          "start",
          "app-server answers after "
              + Durations.show(Duration.ofNanos(System.nanoTime() - start)));
      config(codex);
      login(codex);
      server(codex, executable.version());
    } catch (TalariaException e) {
      findings.bad(
          "start", e.getMessage(), "run 'codex app-server' by hand and look at what it says");
    }
  }

  private String origin(CodexExecutable found) {
    return options.executable().isPresent() ? "" : " (" + CodexListCommand.origin(found) + ")";
  }

  private void config(Codex codex) {
    Path file = Path.of(codex.codexHome()).resolve("config.toml");
    if (!Files.exists(file)) {
      findings.note("config", "there is no " + file + "; Codex uses its defaults", "");
      return;
    }
    if (!Files.isReadable(file)) {
      findings.bad("config", file + " cannot be read", "make it readable for this user");
      return;
    }
    try {
      codex.call("config/read", Map.of(), JsonNode.class, LIMIT);
      findings.good("config", file.toString());
    } catch (RpcException e) {
      findings.bad("config", e.error(), "fix " + file + "; until then no session can be opened");
    }
  }

  /** Says nothing where no server runs. */
  private void server(Codex codex, CodexVersion installed) {
    Optional<CodexServer> found;
    try {
      found = CodexServer.find(Path.of(codex.codexHome()));
    } catch (TalariaException e) {
      findings.bad("server", e.getMessage(), "");
      return;
    }
    found.ifPresent(
        server -> {
          String what =
              "Codex %s listens on %s, process %d"
                  .formatted(server.version(), server.address(), server.pid());
          String restart = "talaria serve stop, then talaria serve";
          if (!server.isReady()) {
            findings.bad("server", what + ", and does not answer", restart);
          } else if (!server.version().equals(installed)) {
            findings.note("server", what + "; " + installed + " is installed now", restart);
          } else {
            findings.good("server", what);
          }
        });
  }

  private void login(Codex codex) {
    JsonNode account = codex.call("account/read", Map.of(), JsonNode.class, LIMIT);
    String type = account.path("account").path("type").asText("");
    if (!type.isEmpty()) {
      String plan = account.path("account").path("planType").asText("");
      findings.good("login", "logged in: " + type + (plan.isEmpty() ? "" : ", plan " + plan));
    } else if (account.path("requiresOpenaiAuth").asBoolean(true)) {
      findings.bad("login", "not logged in", "codex login");
    } else {
      findings.good("login", "the configured model provider needs no OpenAI login");
    }
  }
}

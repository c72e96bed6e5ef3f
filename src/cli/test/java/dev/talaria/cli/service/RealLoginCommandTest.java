package dev.talaria.cli.service;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.cli.CommandRun;
import dev.talaria.cli.TalariaJvm;
import dev.talaria.codex.process.Processes;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.service.LoginIssuer;
import dev.talaria.service.LoopbackMcpServer;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code talaria login}, {@code logout} and {@code account} at a loopback issuer. */
@Timeout(180)
class RealLoginCommandTest {

  private static final String KEY = "sk-proj-loopback0123456789abcdef";

  @TempDir Path folder;

  private LoginIssuer issuer;
  private ScratchCodexHome home;

  @BeforeEach
  void an_issuer() throws IOException {
    assumeTrue(
        PinnedCodex.selectedVersion().equals(PinnedCodex.pinnedVersion()),
        "the services are those of the pinned Codex");
    issuer = LoginIssuer.start();
    home =
        ScratchCodexHome.builder("http://127.0.0.1:9/v1")
            .rootKey("chatgpt_base_url", issuer.backend())
            .withoutKey()
            .providerKey("requires_openai_auth", true)
            .create();
  }

  @AfterEach
  void stop() throws IOException {
    if (home != null) {
      issuer.close();
      home.close();
    }
  }

  private Path authFile() {
    return home.path().resolve("auth.json");
  }

  /** A run in a process of its own, with what it is given on stdin. */
  private final class Run implements AutoCloseable {
    final Path out = folder.resolve("out");
    final Path err = folder.resolve("err");
    final Process process;

    Run(Map<String, String> environment, String input, String... arguments) throws Exception {
      List<String> line = new ArrayList<>(List.of(arguments));
      line.addAll(List.of("--codex", PinnedCodex.selected().executable().toString()));
      ProcessBuilder program = new ProcessBuilder(TalariaJvm.command(line.toArray(String[]::new)));
      program.environment().putAll(home.isolatedEnvironment());
      program.environment().putAll(issuer.environment());
      program.environment().putAll(environment);
      program.redirectOutput(out.toFile()).redirectError(err.toFile());
      program.redirectInput(Files.writeString(folder.resolve("in"), input).toFile());
      process = program.start();
    }

    CommandRun end() throws Exception {
      assertTrue(process.waitFor(60, TimeUnit.SECONDS));
      return new CommandRun(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }

    /** The address that it asks the person to open. */
    String address() throws IOException {
      awaitErr("Waiting for the login");
      return Files.readString(err)
          .lines()
          .filter(line -> line.startsWith("  http"))
          .findFirst()
          .orElseThrow()
          .strip();
    }

    void awaitErr(String text) {
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> Files.readString(err), shown -> shown.contains(text));
    }
  }

  private CommandRun run(String... arguments) throws Exception {
    return run(Map.of(), "", arguments);
  }

  private CommandRun run(Map<String, String> environment, String input, String... arguments)
      throws Exception {
    try (Run run = new Run(environment, input, arguments)) {
      return run.end();
    }
  }

  @Test
  void an_api_key_comes_from_stdin_or_from_a_variable_and_is_not_shown() throws Exception {
    CommandRun nobody = run("account");
    assertEquals(0, nobody.exit(), nobody.err());
    assertEquals("Not logged in; run 'talaria login'.\n", nobody.out());
    CommandRun login = run(Map.of(), KEY + "\n", "login", "--api-key-stdin");
    assertEquals("", login.err());
    assertEquals("Logged in with an API key.\n", login.out());
    assertEquals(0, login.exit());
    assertEquals(
        PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(authFile()));
    JsonNode file = WireJson.mapper().readTree(authFile().toFile());
    assertEquals(KEY, file.path("OPENAI_API_KEY").asText());
    assertEquals("Logged in with an API key.\n", run("account").out());
    CommandRun limits = run("account", "--json", "--limits");
    assertEquals(1, limits.exit());
    assertEquals("", limits.out());
    assertTrue(limits.err().contains("chatgpt authentication required"), limits.err());
    assertEquals("Logged out.\n", run("logout").out());
    assertTrue(Files.notExists(authFile()));
    CommandRun again =
        run(Map.of("SOME_KEY", KEY), "", "login", "--json", "--api-key-env", "SOME_KEY");
    assertEquals("apiKey", again.json().path("method").asText());
    assertEquals("apiKey", again.json().at("/account/type").asText());
    assertFalse((again.out() + again.err()).contains(KEY));
    assertTrue(run("logout", "--json").json().path("account").isNull());
  }

  @Test
  void a_key_that_is_typed_at_a_terminal_is_not_shown() throws Exception {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(entry -> Files.isExecutable(Path.of(entry, "script"))),
        "script (util-linux) is not installed here");
    String codex = PinnedCodex.selected().executable().toString();
    String line =
        TalariaJvm.command("login", "--api-key-stdin", "--codex", codex).stream()
            .map(word -> "'" + word + "'")
            .collect(Collectors.joining(" "));
    Path shown = folder.resolve("shown");
    ProcessBuilder builder = new ProcessBuilder("script", "-q", "-e", "-c", line, "/dev/null");
    builder.environment().putAll(home.isolatedEnvironment());
    Process script = builder.redirectErrorStream(true).redirectOutput(shown.toFile()).start();
    try (Writer keyboard = script.outputWriter()) {
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> Files.readString(shown), text -> text.contains("API key: "));
      keyboard.write(KEY + "\n");
      keyboard.flush();
      assertTrue(script.waitFor(60, TimeUnit.SECONDS));
      assertEquals(0, script.exitValue());
    } finally {
      script.descendants().forEach(ProcessHandle::destroyForcibly);
      script.destroyForcibly();
    }
    assertTrue(Files.readString(shown).contains("Logged in with an API key."));
    assertFalse(Files.readString(shown).contains(KEY));
    assertEquals(
        KEY, WireJson.mapper().readTree(authFile().toFile()).path("OPENAI_API_KEY").asText());
  }

  @Test
  void a_missing_key_is_misuse() throws Exception {
    CommandRun empty = run("login", "--api-key-stdin");
    assertEquals(2, empty.exit());
    assertTrue(empty.err().contains("there is no API key on standard input"), empty.err());
    CommandRun unset = run("login", "--api-key-env", "NO_SUCH_VARIABLE");
    assertEquals(2, unset.exit());
    assertTrue(unset.err().contains("NO_SUCH_VARIABLE is not set"), unset.err());
    assertTrue(Files.notExists(authFile()));
  }

  @Test
  void a_login_by_device_code_shows_the_address_and_the_code_while_it_waits() throws Exception {
    try (Run login = new Run(Map.of(), "", "login", "--json", "--device-code")) {
      login.awaitErr("Waiting for the login");
      String shown = Files.readString(login.err);
      assertTrue(shown.contains("enter the code " + LoginIssuer.CODE + ":\n"), shown);
      assertTrue(shown.contains("  " + issuer.url() + "/codex/device\n"), shown);
      assertEquals("", Files.readString(login.out));
      issuer.confirm();
      CommandRun end = login.end();
      assertEquals(0, end.exit(), end.err());
      assertEquals("deviceCode", end.json().path("method").asText());
      assertEquals(LoginIssuer.EMAIL, end.json().at("/account/email").asText());
    }
    CommandRun account = run("account", "--limits", "--usage");
    assertEquals(
        """
        Logged in with ChatGPT as ada@example.com (plus).
        codex: 12% used of 5 h, resets 2026-11-23T07:46:40Z
        codex: credits 3
        tokens: 9999 in all
        tokens: 2345 on the busiest day
        tokens: 1500 on 2026-11-20
        """,
        account.out());
    JsonNode json = run("account", "--json", "--limits", "--usage").json();
    assertEquals(12, json.at("/limits/rateLimits/primary/usedPercent").asInt());
    assertEquals(9999, json.at("/usage/summary/lifetimeTokens").asInt());
    assertEquals(0, run("logout").exit());
    assertTrue(Files.notExists(authFile()));
  }

  @Test
  void a_login_in_the_browser_shows_the_address_while_it_waits() throws Exception {
    issuer.close();
    issuer = LoginIssuer.startForBrowser();
    try (Run login =
        new Run(
            Map.of(), "", "login", "--config", "chatgpt_base_url=\"" + issuer.backend() + "\"")) {
      LoginIssuer.openInBrowser(login.address());
      CommandRun end = login.end();
      assertEquals(0, end.exit(), end.err());
      assertEquals("Logged in with ChatGPT as ada@example.com (plus).\n", end.out());
    }
    assertTrue(Files.exists(authFile()));
  }

  @Test
  void a_login_at_an_mcp_server_shows_the_address_while_it_waits() throws Exception {
    try (LoopbackMcpServer server = LoopbackMcpServer.start()) {
      String config = "mcp_servers.birds.url=\"" + server.url() + "\"";
      String store = "mcp_oauth_credentials_store=\"file\"";
      try (Run login =
          new Run(Map.of(), "", "mcp", "login", "birds", "--config", config, "--config", store)) {
        LoginIssuer.openInBrowser(login.address());
        CommandRun end = login.end();
        assertEquals(0, end.exit(), end.err());
        assertEquals("Logged in to birds.\n", end.out());
      }
      CommandRun list = run("mcp", "list", "--config", config, "--config", store);
      assertEquals("birds             no tools\n", list.out());
    }
  }

  @Test
  void ctrl_c_gives_a_login_up() throws Exception {
    try (Run login = new Run(Map.of(), "", "login", "--device-code")) {
      login.awaitErr("Waiting for the login");
      Processes.interrupt(login.process.pid());
      CommandRun end = login.end();
      assertEquals(1, end.exit(), end.err());
      assertEquals("", end.out());
      assertTrue(end.err().contains("talaria: the login failed: "), end.err());
    }
    assertTrue(Files.notExists(authFile()));
  }

  @Test
  void a_login_that_the_issuer_refuses_fails() throws Exception {
    issuer.refuse();
    CommandRun refused = run("login", "--device-code");
    assertEquals(1, refused.exit());
    assertTrue(refused.err().contains("account/login/start was refused"), refused.err());
  }
}

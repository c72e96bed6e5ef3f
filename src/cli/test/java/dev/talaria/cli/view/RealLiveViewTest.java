package dev.talaria.cli.view;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.cli.Talaria;
import dev.talaria.codex.AttachOptions;
import dev.talaria.codex.CodexOptions;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.ScriptedModel;
import dev.talaria.server.CodexServer;
import dev.talaria.server.ServerOptions;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.result.TurnStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code talaria view --live} on the real Codex, until what Ctrl-C does. */
@Timeout(120)
class RealLiveViewTest {

  private static final Pattern ADDRESS =
      Pattern.compile("view: (http://127\\.0\\.0\\.1:\\d+/\\?\\S+)");

  @TempDir Path folder;

  /** A command that goes on, on a thread of its own. */
  private final class Live implements AutoCloseable {

    final StringWriter err = new StringWriter();
    final CompletableFuture<Integer> exit = new CompletableFuture<>();
    final Thread thread;
    private HttpRequest events;

    Live(ScratchCodexHome home, String... words) throws IOException, InterruptedException {
      List<String> line = new ArrayList<>(List.of("view", "--live", "--cwd", folder.toString()));
      line.addAll(List.of("--codex-home", home.path().toString()));
      line.addAll(List.of("--codex", PinnedCodex.selected().executable().toString()));
      line.addAll(List.of(words));
      CommandLine command = Talaria.commandLine();
      command.setErr(new PrintWriter(err, true));
      thread = new Thread(() -> exit.complete(command.execute(line.toArray(String[]::new))));
      thread.start();
    }

    /** Waits until the page's events have a text. */
    void awaitEvent(String text) throws IOException, InterruptedException {
      HttpClient http = HttpClient.newHttpClient();
      if (events == null) {
        enter(http);
      }
      try (InputStream in = http.send(events, HttpResponse.BodyHandlers.ofInputStream()).body()) {
        StringBuilder read = new StringBuilder();
        byte[] buffer = new byte[8192];
        while (read.indexOf(text) < 0) {
          int length = in.read(buffer);
          assertTrue(length > 0, "the stream ended without " + text + ": " + read);
          read.append(new String(buffer, 0, length, StandardCharsets.UTF_8));
        }
      }
    }

    private void enter(HttpClient http) throws IOException, InterruptedException {
      await().atMost(Duration.ofSeconds(60)).until(() -> ADDRESS.matcher(err.toString()).find());
      Matcher address = ADDRESS.matcher(err.toString());
      assertTrue(address.find());
      URI uri = URI.create(address.group(1));
      String cookie =
          http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
              .headers()
              .firstValue("Set-Cookie")
              .orElseThrow();
      events =
          HttpRequest.newBuilder(uri.resolve("events"))
              .header("Cookie", cookie.substring(0, cookie.indexOf(';')))
              .build();
    }

    @Override
    public void close() {
      thread.interrupt();
      assertEquals(0, exit.orTimeout(60, TimeUnit.SECONDS).join(), err.toString());
    }
  }

  @Test
  void a_prompt_of_the_command_line_runs() throws Exception {
    try (ScriptedModel model = ScriptedModel.start(ModelScript.texts("It is fine."));
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create();
        Live live = new Live(home, "--run", "Is it fine?")) {
      live.awaitEvent("It is fine.");
    }
  }

  @Test
  void a_thread_that_codex_keeps_is_shown_and_continued() throws Exception {
    try (ScriptedModel model =
            ScriptedModel.start(ModelScript.texts("It is fine.", "It is still fine."));
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
      String thread;
      try (Codex codex = Codex.launch(options(home));
          CodexSession session = codex.openSession(SessionOptions.builder().cwd(folder).build())) {
        session.runTurn("Is it fine?");
        thread = session.threadId();
      }
      try (Live live = new Live(home, "--thread", thread, "--run", "And now?")) {
        live.awaitEvent("It is fine.");
        live.awaitEvent("It is still fine.");
      }
      assertTrue(model.requests().get(1).json().contains("Is it fine?"));
    }
  }

  private static CodexOptions options(ScratchCodexHome home)
      throws IOException, InterruptedException {
    return CodexOptions.builder()
        .executable(PinnedCodex.selected().executable())
        .codexHome(home.path())
        .environment(home.isolatedEnvironment())
        .build();
  }

  @Test
  void what_another_client_of_the_server_does_is_shown() throws Exception {
    try (ScriptedModel model =
            ScriptedModel.start(
                ModelScript.texts("It is fine.", "It is still fine.", "And after."));
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
      ServerOptions server = ServerOptions.builder().codex(options(home)).build();
      try (Codex codex = Codex.attachOrStart(server, AttachOptions.defaults());
          CodexSession session = codex.openSession(SessionOptions.builder().cwd(folder).build())) {
        session.runTurn("Is it fine?");
        try (Live live = new Live(home, "--attach", "auto")) {
          live.awaitEvent("It is fine.");
          session.runTurn("And now?");
          live.awaitEvent("It is still fine.");
        }
        assertEquals(TurnStatus.COMPLETED, session.runTurn("Once more").status());
      } finally {
        CodexServer.find(home.path()).ifPresent(one -> one.stop(Duration.ZERO));
      }
    }
  }
}

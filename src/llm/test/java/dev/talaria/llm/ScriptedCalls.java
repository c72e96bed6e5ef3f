package dev.talaria.llm;

import dev.talaria.codex.CodexOptions;
import dev.talaria.fixtures.replay.Recording;
import dev.talaria.fixtures.replay.ReplayOptions;
import dev.talaria.fixtures.replay.ReplayServer;
import dev.talaria.session.Codex;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Events of the app-server as a test scripts them, one thread with one turn after the other, behind
 * the replay server.
 */
final class ScriptedCalls {

  private final Recording.Builder recording = Recording.builder("0.169.0");
  private int requests = 1;
  private int runs;
  private int items;
  private String scope = "";

  ScriptedCalls() {
    recording
        .send(
            "{\"id\":1,\"method\":\"initialize\",\"params\":{\"clientInfo\":{\"name\":\"talaria\","
                + "\"title\":\"Talaria\",\"version\":\"0\"},"
                + "\"capabilities\":{\"experimentalApi\":true}}}")
        .recv("{\"id\":1,\"result\":{\"userAgent\":\"talaria/0.169.0 (test)\"}}")
        .send("{\"method\":\"initialized\"}");
  }

  /** The client asks without params, and gets this result. */
  ScriptedCalls asked(String method, String result) {
    recording
        .send("{\"id\":" + ++requests + ",\"method\":\"" + method + "\",\"params\":{}}")
        .recv("{\"id\":" + requests + ",\"result\":" + result + "}");
    return this;
  }

  /** A fresh thread of this model gets this prompt, and its turn begins. */
  ScriptedCalls run(String model, String prompt) {
    String thread = thread(model);
    return turn(thread, prompt, "");
  }

  /** A fresh thread; its id. */
  String thread(String model) {
    String thread = "thread-" + ++runs;
    recording
        .send(
            "{\"id\":"
                + ++requests
                + ",\"method\":\"thread/start\",\"params\":{\"cwd\":\"/\",\"model\":\""
                + model
                + "\",\"sandbox\":\"read-only\",\"approvalPolicy\":\"never\","
                + "\"approvalsReviewer\":\"user\",\"ephemeral\":true,\"config\":"
                + "{\"web_search\":\"disabled\",\"history.persistence\":\"none\"}}}")
        .recv("{\"id\":" + requests + ",\"result\":{\"thread\":{\"id\":\"" + thread + "\"}}}");
    return thread;
  }

  /** A turn begins in a thread; {@code more} are further params, with a comma before them. */
  ScriptedCalls turn(String thread, String prompt, String more) {
    String turn = "turn-" + runs;
    scope = "\"threadId\":\"" + thread + "\",\"turnId\":\"" + turn + "\"";
    String started = "{\"id\":\"" + turn + "\",\"status\":\"inProgress\",\"items\":[]}";
    startOf(thread, prompt, more);
    recording.recv("{\"id\":" + requests + ",\"result\":{\"turn\":" + started + "}}");
    return event("turn/started", "\"turn\":" + started + "," + scope);
  }

  private void startOf(String thread, String prompt, String more) {
    recording.send(
        "{\"id\":"
            + ++requests
            + ",\"method\":\"turn/start\",\"params\":{\"threadId\":\""
            + thread
            + "\",\"input\":[{\"type\":\"text\",\"text\":\""
            + prompt
            + "\"}]"
            + more
            + "}}");
  }

  /** A thread whose turn is refused. */
  ScriptedCalls refused(String model, String prompt, String message) {
    startOf(thread(model), prompt, "");
    recording.recv(
        "{\"id\":" + requests + ",\"error\":{\"code\":-32600,\"message\":\"" + message + "\"}}");
    return this;
  }

  ScriptedCalls event(String method, String params) {
    recording.recv("{\"method\":\"" + method + "\",\"params\":{" + params + "}}");
    return this;
  }

  ScriptedCalls item(String event, String item) {
    return event("item/" + event, "\"item\":" + item + "," + scope);
  }

  ScriptedCalls message(String json) {
    return item(
        "completed",
        "{\"type\":\"agentMessage\",\"id\":\"i" + ++items + "\",\"text\":" + json + "}");
  }

  ScriptedCalls mcpStarted(String tool) {
    return item("started", mcp("i" + ++items, tool, "inProgress", ""));
  }

  ScriptedCalls mcpCompleted(String tool, String status, String more) {
    return item("completed", mcp("i" + items, tool, status, more));
  }

  private static String mcp(String id, String tool, String status, String more) {
    return "{\"type\":\"mcpToolCall\",\"id\":\""
        + id
        + "\",\"server\":\"s\",\"tool\":\""
        + tool
        + "\",\"arguments\":{},\"status\":\""
        + status
        + "\""
        + more
        + "}";
  }

  ScriptedCalls command(String status, int exitCode) {
    return item(
        "completed",
        "{\"type\":\"commandExecution\",\"id\":\"i"
            + ++items
            + "\",\"command\":\"ls\",\"cwd\":\"/\",\"status\":\""
            + status
            + "\",\"exitCode\":"
            + exitCode
            + "}");
  }

  ScriptedCalls usage(int input, int output) {
    String counts =
        "{\"totalTokens\":"
            + (input + output)
            + ",\"inputTokens\":"
            + input
            + ",\"cachedInputTokens\":0,\"outputTokens\":"
            + output
            + ",\"reasoningOutputTokens\":0}";
    return event(
        "thread/tokenUsage/updated",
        scope + ",\"tokenUsage\":{\"total\":" + counts + ",\"last\":" + counts + "}");
  }

  ScriptedCalls error(String message, boolean willRetry) {
    return event(
        "error",
        "\"error\":{\"message\":" + message + "},\"willRetry\":" + willRetry + "," + scope);
  }

  ScriptedCalls completed() {
    return ended("completed", "null");
  }

  /** The turn fails with this message, a JSON text. */
  ScriptedCalls failed(String message) {
    return ended("failed", "{\"message\":" + message + "}");
  }

  private ScriptedCalls ended(String status, String error) {
    String[] ids = scope.split("\"");
    return event(
        "turn/completed",
        "\"threadId\":\""
            + ids[3]
            + "\",\"turn\":{\"id\":\""
            + ids[7]
            + "\",\"items\":[],\"status\":\""
            + status
            + "\",\"error\":"
            + error
            + "}");
  }

  /** The client lets go of the thread, and Codex refuses that. */
  ScriptedCalls notClosed() {
    recording
        .send(
            "{\"id\":"
                + ++requests
                + ",\"method\":\"thread/unsubscribe\",\"params\":{\"threadId\":\"thread-"
                + runs
                + "\"}}")
        .recv("{\"id\":" + requests + ",\"error\":{\"code\":-32603,\"message\":\"no way\"}}");
    return this;
  }

  /** The client interrupts, and Codex ends the turn as interrupted. */
  ScriptedCalls interrupted() {
    return interrupt().ended("interrupted", "null");
  }

  /** The client interrupts. */
  ScriptedCalls interrupt() {
    recording
        .send(
            "{\"id\":" + ++requests + ",\"method\":\"turn/interrupt\",\"params\":{" + scope + "}}")
        .recv("{\"id\":" + requests + ",\"result\":{}}");
    return this;
  }

  Played play(Path cwd, UnaryOperator<CodexLlmRuntime.Builder> options) throws IOException {
    return new Played(
        ReplayServer.start(
            recording.build(),
            ReplayOptions.builder()
                .optional(
                    List.of(
                        "initialized", "thread/unsubscribe", "thread/backgroundTerminals/clean"))
                .build()),
        cwd,
        options);
  }

  /** A runtime on such a script. */
  static final class Played implements AutoCloseable {
    final ReplayServer server;
    final Codex codex;
    final CodexLlmRuntime llm;

    private Played(ReplayServer server, Path cwd, UnaryOperator<CodexLlmRuntime.Builder> options) {
      this.server = server;
      codex =
          Codex.connect(
              server.input(),
              server.output(),
              CodexOptions.builder().requestTimeout(Duration.ofSeconds(5)).build());
      llm =
          options
              .apply(
                  CodexLlmRuntime.on(codex)
                      .cwd(cwd)
                      .isolation(Isolation.USER)
                      .repairAttempts(0)
                      .models(
                          ModelSlots.of(Map.of(Role.DEFAULT, "gpt-5.5", Role.TRIAGE, "gpt-5.4"))))
              .build();
    }

    @Override
    public void close() {
      llm.close();
      codex.close();
      server.close();
    }
  }
}

package dev.talaria.session.fault;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.base.TalariaException;
import dev.talaria.protocol.Goal;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.lab.FakeAppServer;
import dev.talaria.session.lab.RecordedTurns;
import dev.talaria.session.lab.RecordingListener;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnOrigin;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * An app-server that does what none should, in memory: each kind of misbehaviour, and the same turn
 * around it.
 *
 * <p>The session has neither policy nor handler, so nothing may ever be accepted.
 */
final class FaultHostileCells implements FaultCell.Part {

  private static final String THREAD = FakeAppServer.THREAD;
  private static final String TURN = FakeAppServer.TURN;
  private static final String SCOPE = "\"threadId\":\"thread-1\",\"turnId\":\"turn-1\"";
  private static final String COMMAND = "item/commandExecution/requestApproval";
  private static final String CALM = "\"result\":{\"userAgent\":\"talaria/0.169.0 (test)\"}";
  private static final Duration REQUEST = Duration.ofMillis(800);

  /** What a server does when it is asked to begin a turn. */
  private interface Play {
    void play(FakeAppServer server, JsonNode turnStart) throws Exception;
  }

  private final Map<String, FaultCell> cells = new LinkedHashMap<>();

  @Override
  public Map<String, FaultCell> cells() {
    handshake();
    answers();
    order();
    notifications();
    requests();
    lines();
    return cells;
  }

  // --- the kinds

  private void handshake() {
    before("initialize: null", "\"result\":null", null);
    before("initialize: a list", "\"result\":[1,2]", null);
    before("initialize: fields of wrong types", "\"result\":{\"userAgent\":[7]}", null);
    before("initialize: an error without words", "\"error\":{}", null);
    before("initialize: an error that is a text", "\"error\":\"no\"", null);
    before("thread/start: null", CALM, "\"result\":null");
    before("thread/start: an empty id", CALM, "\"result\":{\"thread\":{\"id\":\"\"}}");
    before("thread/start: a number as id", CALM, "\"result\":{\"thread\":{\"id\":7}}");
    before("thread/start: a list", CALM, "\"result\":[{\"thread\":{}}]");
    before("thread/start: an error that is a list", CALM, "\"error\":[1]");
    before("thread/start: result and error", CALM, "\"result\":{},\"error\":{\"message\":\"m\"}");
  }

  private void answers() {
    answered("null", "\"result\":null");
    answered("a text", "\"result\":\"turn-1\"");
    answered("no turn", "\"result\":{}");
    answered("an empty id", "\"result\":{\"turn\":{\"id\":\"\"}}");
    answered("a number as id", "\"result\":{\"turn\":{\"id\":1}}");
    answered("an object as id", "\"result\":{\"turn\":{\"id\":{\"id\":\"turn-1\"}}}");
    answered("an error without words", "\"error\":{\"code\":\"x\"}");
    answered("an error that is a text", "\"error\":\"no\"");
    starting("turn/start: answered under a foreign id", (server, start) -> reply(server, "4711"));
    starting(
        "turn/start: answered under its id as a text",
        (server, start) -> reply(server, "\"" + start.path("id") + "\""));
    starting("turn/start: neither result nor error", (server, start) -> server.send("{\"id\":3}"));
    cell(
        "turn/start: answered twice, with two ids",
        FaultPhase.STREAMING,
        CALM,
        null,
        (server, start) -> {
          server.replyTurn(start);
          server.reply(start, "{\"turn\":{\"id\":\"turn-9\"}}");
          finish(server);
        });
    running(
        "answers to nothing",
        server -> {
          for (String id : new String[] {"0", "-1", "999", "1e99", "\"x\"", "{}", "[1]", "true"}) {
            reply(server, id);
          }
        });
  }

  private void order() {
    starting(
        "a turn that completes before it starts",
        (server, start) -> {
          finish(server);
          server.replyTurn(start);
        });
    starting(
        "turn/completed before turn/started, both before the answer",
        (server, start) -> {
          finish(server);
          started(server);
          server.replyTurn(start);
        });
    running("turn/started twice", FaultHostileCells::started, FaultHostileCells::started);
    running(
        "events of an item that never began",
        server -> server.item("completed", THREAD, TURN, "{\"type\":\"plan\",\"id\":\"p\"}"),
        server -> delta(server, "\"never\""));
    running("an item that begins and never ends", server -> item(server, "\"fileChange\""));
    running(
        "resolved before asked",
        server -> resolved(server, "70"),
        server -> asks(server, "70", COMMAND, "{" + SCOPE + ",\"command\":\"ls\"}"));
    running(
        "resolved without an id, and of nothing",
        server -> resolved(server, "null"),
        server -> resolved(server, "{\"a\":1}"),
        server -> server.notify("serverRequest/resolved", "{\"threadId\":\"thread-1\"}"));
  }

  private void notifications() {
    running(
        "a notification without params", server -> server.send("{\"method\":\"turn/started\"}"));
    running(
        "params of wrong types",
        server -> server.notify("turn/completed", "null"),
        server -> server.notify("turn/completed", "[]"),
        server -> server.notify("turn/completed", "7"),
        server -> server.notify("item/started", "\"text\""));
    running(
        "methods of wrong types",
        server -> server.send("{\"method\":null,\"params\":{}}"),
        server -> server.send("{\"method\":7,\"params\":{}}"),
        server -> server.send("{\"method\":{\"a\":[]}}"));
    running(
        "unknown methods",
        server -> server.notify("turn/exploded", "{" + SCOPE + "}"),
        server -> server.notify("", "{" + SCOPE + "}"),
        server -> server.notify("$/x", "{\"threadId\":\"nobody\"}"));
    running(
        "turn/completed without its turn",
        server -> server.notify("turn/completed", "{" + SCOPE + "}"),
        server -> server.notify("turn/completed", "{" + SCOPE + ",\"turn\":null}"),
        server -> server.notify("turn/completed", "{" + SCOPE + ",\"turn\":{\"id\":1}}"));
    ended("turn/completed without a status", "");
    ended("turn/completed with an unknown status", ",\"status\":\"exploded\"");
    ended("turn/completed with a number as status", ",\"status\":7");
    ended(
        "turn/completed as failed, with an error that is a list",
        ",\"status\":\"failed\",\"error\":[1]");
    running(
        "turn/completed of a foreign turn and thread",
        server -> server.turnCompleted("turn-9", "failed"),
        server ->
            server.notify(
                "turn/completed",
                "{\"threadId\":\"thread-9\",\"turn\":{\"id\":\"turn-1\",\"status\":\"failed\"}}"));
    turn(
        "turn/completed twice, with two ends",
        server -> {
          finish(server);
          server.turnCompleted(TURN, "failed");
        });
    for (String item :
        new String[] {
          "null",
          "7",
          "[]",
          "{}",
          "{\"type\":7}",
          "{\"type\":\"agentMessage\"}",
          "{\"type\":\"unheardOf\",\"id\":\"u\"}",
          "{\"type\":\"agentMessage\",\"id\":7,\"text\":{\"t\":1}}",
          "{\"type\":\"commandExecution\",\"id\":\"c\",\"exitCode\":\"zero\",\"command\":[1]}",
          "{\"type\":\"fileChange\",\"id\":\"f\",\"changes\":{\"path\":1}}",
          "{\"type\":\"mcpToolCall\",\"id\":\"m\",\"result\":7,\"error\":[]}"
        }) {
      running(
          "an item that is " + item.replace('"', '\''),
          server -> server.item("started", THREAD, TURN, item),
          server -> server.item("completed", THREAD, TURN, item));
    }
    running(
        "deltas of wrong types",
        server -> delta(server, "7"),
        server -> delta(server, "null"),
        server -> delta(server, "{\"a\":1}"));
    running(
        "tokens, plan, diff and error of wrong types",
        server -> told(server, "thread/tokenUsage/updated", "\"tokenUsage\":\"many\""),
        server -> told(server, "thread/tokenUsage/updated", "\"tokenUsage\":{\"total\":[]}"),
        server -> told(server, "turn/plan/updated", "\"plan\":{\"step\":1}"),
        server -> told(server, "turn/diff/updated", "\"diff\":[1]"),
        server -> told(server, "account/rateLimits/updated", "\"rateLimits\":[[]]"),
        server -> told(server, "error", "\"willRetry\":true,\"error\":7"));
    running(
        "ids of thread and turn of wrong types",
        server -> server.notify("turn/started", "{\"threadId\":1,\"turnId\":[]}"),
        server -> server.notify("item/started", "{\"threadId\":{},\"turnId\":null}"));
  }

  private void requests() {
    running(
        "requests with odd ids",
        server -> {
          for (String id :
              new String[] {"\"q\"", "\"\"", "-1", "1.5", "1e40", "{\"a\":1}", "[7]", "true"}) {
            asks(server, id, COMMAND, "{" + SCOPE + ",\"command\":\"ls\"}");
          }
        });
    running(
        "two requests of one id",
        server -> asks(server, "71", COMMAND, "{" + SCOPE + ",\"command\":\"ls\"}"),
        server -> asks(server, "71", COMMAND, "{" + SCOPE + ",\"command\":\"rm -rf /\"}"));
    running(
        "approvals without params, and with odd ones",
        server -> server.send("{\"id\":72,\"method\":\"" + COMMAND + "\"}"),
        server -> asks(server, "73", COMMAND, "null"),
        server -> asks(server, "74", COMMAND, "[]"),
        server -> asks(server, "75", COMMAND, "{\"threadId\":\"thread-1\"}"),
        server -> asks(server, "76", COMMAND, "{" + SCOPE + ",\"command\":[1,{}]}"),
        server ->
            asks(server, "77", "item/fileChange/requestApproval", "{" + SCOPE + ",\"itemId\":1}"),
        server ->
            asks(
                server,
                "78",
                "item/permissions/requestApproval",
                "{" + SCOPE + ",\"permissions\":7}"));
    running(
        "approvals of unknown turns and threads",
        server -> asks(server, "79", COMMAND, "{\"threadId\":\"thread-1\",\"turnId\":\"turn-9\"}"),
        server -> asks(server, "80", COMMAND, "{\"threadId\":\"thread-9\",\"turnId\":\"turn-1\"}"),
        server -> asks(server, "81", COMMAND, "{}"));
    turn(
        "an approval after the turn's end",
        server -> {
          finish(server);
          asks(server, "82", COMMAND, "{" + SCOPE + ",\"command\":\"ls\"}");
        });
    running(
        "questions and elicitations of wrong types",
        server ->
            asks(server, "83", "item/tool/requestUserInput", "{" + SCOPE + ",\"questions\":7}"),
        server ->
            asks(server, "84", "item/tool/requestUserInput", "{" + SCOPE + ",\"questions\":[1]}"),
        server -> asks(server, "85", "mcpServer/elicitation/request", "{" + SCOPE + ",\"mode\":7}"),
        server ->
            asks(
                server,
                "86",
                "mcpServer/elicitation/request",
                "{" + SCOPE + ",\"mode\":\"form\",\"requestedSchema\":[]}"));
    running(
        "calls of tools that do not exist",
        server -> asks(server, "87", "item/tool/call", "{" + SCOPE + ",\"tool\":\"x\"}"),
        server ->
            asks(server, "88", "item/tool/call", "{" + SCOPE + ",\"tool\":7,\"arguments\":[]}"));
    running(
        "unknown requests",
        server -> asks(server, "89", "item/nuclear/requestApproval", "{" + SCOPE + "}"),
        server -> asks(server, "90", "", "{}"),
        server -> asks(server, "91", "account/chatgptAuthTokens/refresh", "7"),
        server -> asks(server, "92", "applyPatchApproval", "{\"conversationId\":\"thread-1\"}"),
        server -> asks(server, "93", "execCommandApproval", "{\"conversationId\":7}"));
    running(
        "an approval of 8 MB",
        server ->
            asks(
                server,
                "94",
                COMMAND,
                "{" + SCOPE + ",\"command\":\"" + "x".repeat(8 << 20) + "\"}"));
  }

  private void lines() {
    line("empty lines and blanks", "\n\r\n   \n\t\n", StandardCharsets.UTF_8);
    line("words, HTML and colours", "panicked at\n<html>\n\u001b[31mred\n", StandardCharsets.UTF_8);
    line("a byte order mark and NUL", "\uFEFF{}\n\0\0{\"a\":1}\0\n", StandardCharsets.UTF_8);
    line(
        "bytes that are not UTF-8",
        "{\"method\":\"x\u00ff\u00fe\u0080\"}\n\u00c3(\n",
        StandardCharsets.ISO_8859_1);
    line("UTF-16", "{\"method\":\"turn/completed\",\"params\":{}}\n", StandardCharsets.UTF_16LE);
    line(
        "JSON that is not an object",
        "null\n7\n\"text\"\ntrue\n[]\n[{\"method\":\"turn/started\"}]\n",
        StandardCharsets.UTF_8);
    line(
        "broken JSON",
        "{\n{\"method\":\n}\n{\"a\":}\n{'a':1}\n{\"id\":1,}\n",
        StandardCharsets.UTF_8);
    line(
        "two and a half objects on a line",
        "{\"method\":\"a\",\"params\":{}}{\"method\":\"b\"}{\"method\":\n",
        StandardCharsets.UTF_8);
    line(
        "keys that come twice",
        "{\"method\":\"a\",\"method\":\"turn/completed\",\"params\":1,\"params\":{}}\n",
        StandardCharsets.UTF_8);
    line(
        "numbers beyond all bounds",
        "{\"id\":1e999999999,\"result\":{}}\n{\"method\":\"x\",\"params\":{\"n\":-1e-999999999}}\n"
            + "{\"id\":"
            + "9".repeat(2000)
            + ",\"result\":1}\n",
        StandardCharsets.UTF_8);
    line(
        "half a surrogate pair",
        "{\"method\":\"item/agentMessage/delta\",\"params\":{"
            + SCOPE
            + ",\"itemId\":\"\\ud83d\",\"delta\":\"\\ude00\\ud83d\"}}\n",
        StandardCharsets.UTF_8);
    line(
        "100,000 levels of JSON",
        "[".repeat(100_000) + "\n{\"method\":\"x\",\"params\":" + "{\"a\":".repeat(100_000) + "\n",
        StandardCharsets.UTF_8);
    line(
        "900 levels in an item",
        "{\"method\":\"item/completed\",\"params\":{"
            + SCOPE
            + ",\"item\":{\"type\":\"dynamicToolCall\","
            + "\"id\":\"d\",\"tool\":\"t\",\"arguments\":"
            + "[".repeat(900)
            + "]".repeat(900)
            + "}}}\n",
        StandardCharsets.UTF_8);
    line("a line of 16 MB", "x".repeat(16 << 20) + "\n", StandardCharsets.UTF_8);
    turn(
        "half a line, then silence",
        server -> {
          server.message("m1", "whole");
          server.send("{\"method\":\"turn/comp".getBytes(StandardCharsets.UTF_8));
        });
    turn(
        "half a line, then the end",
        server -> {
          server.message("m1", "whole");
          server.send("{\"method\":\"turn/comp".getBytes(StandardCharsets.UTF_8));
          server.hangUp();
        });
  }

  // --- how a kind becomes a cell

  private interface Act {
    void act(FakeAppServer server) throws Exception;
  }

  private void answered(String what, String answer) {
    starting(
        "turn/start: " + what,
        (server, start) -> server.send("{\"id\":" + start.path("id") + "," + answer + "}"));
  }

  private void line(String what, String text, Charset charset) {
    running(what, server -> server.send(bytes(text, charset)));
  }

  private static byte[] bytes(String text, Charset charset) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(text.getBytes(charset));
    all.write('\n');
    return all.toByteArray();
  }

  private void ended(String what, String fields) {
    turn(
        what,
        server -> {
          server.message("m1", "whole");
          server.notify(
              "turn/completed",
              "{\"threadId\":\"thread-1\",\"turn\":{\"id\":\"turn-1\"" + fields + "}}");
        });
  }

  /** In a turn that goes on as it should. */
  private void running(String what, Act... acts) {
    turn(
        what,
        server -> {
          for (Act act : acts) {
            act.act(server);
          }
          finish(server);
        });
  }

  /** The same in a turn of the host's, and in one that its goal has begun. */
  private void turn(String what, Act act) {
    cell(
        what,
        FaultPhase.STREAMING,
        CALM,
        null,
        (server, start) -> {
          server.replyTurn(start);
          started(server);
          act.act(server);
        });
    cells.put(FaultCell.key("hostile: " + what, FaultPhase.GOAL_STREAMING), marker -> ofGoal(act));
  }

  private void starting(String what, Play play) {
    cell(what, FaultPhase.STARTING, CALM, null, play);
  }

  private void before(String what, String initialized, String opened) {
    cell(
        what,
        FaultPhase.IDLE,
        initialized,
        opened,
        (server, start) -> {
          server.replyTurn(start);
          finish(server);
        });
  }

  private void cell(String what, FaultPhase phase, String initialized, String opened, Play play) {
    cells.put(FaultCell.key("hostile: " + what, phase), marker -> run(initialized, opened, play));
  }

  private static FaultCell.Outcome run(String initialized, String opened, Play play)
      throws Exception {
    long start = System.nanoTime();
    try (FakeAppServer server = new FakeAppServer(initialized, REQUEST)) {
      if (opened != null) {
        server.started = opened;
      }
      try (CodexSession session =
          server.open(
              SessionOptions.builder()
                  .quietTime(Duration.ofMillis(300))
                  .turnTimeout(Duration.ofSeconds(2)))) {
        RecordingListener heard = new RecordingListener();
        Turn turn = session.startTurn(TurnInput.of("go"), heard);
        play.play(server, server.next("turn/start"));
        TurnResult result = turn.result().get(60, TimeUnit.SECONDS);
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        explained(result);
        String next = result.retire() ? "-" : next(server, session);
        nothingAccepted(server);
        return new FaultCell.Outcome(result, null, time, next, 0);
      }
    } catch (TalariaException e) {
      if (e.getMessage() == null || e.getMessage().length() < 10) {
        throw new IllegalStateException("a refusal without words", e);
      }
      return FaultCell.Outcome.refused(e, start, 0);
    }
  }

  private static FaultCell.Outcome ofGoal(Act act) throws Exception {
    long start = System.nanoTime();
    RecordedTurns others = new RecordedTurns();
    try (FakeAppServer server = new FakeAppServer(CALM, REQUEST);
        CodexSession session =
            server.open(
                SessionOptions.builder()
                    .goals(true)
                    .listener(others)
                    .quietTime(Duration.ofMillis(300))
                    .turnTimeout(Duration.ofSeconds(2)))) {
      goal(server, "active");
      started(server);
      act.act(server);
      await().atMost(Duration.ofSeconds(60)).until(() -> !others.turns.isEmpty());
      Turn turn = others.turns.get(0);
      TurnResult result = turn.result().get(60, TimeUnit.SECONDS);
      Duration time = Duration.ofNanos(System.nanoTime() - start);
      assertEquals(List.of(TurnOrigin.GOAL), others.origins);
      explained(result);
      String next = "-";
      if (!result.retire()) {
        goal(server, "complete");
        await().atMost(Duration.ofSeconds(60)).until(() -> isComplete(others));
        next = next(server, session);
      }
      nothingAccepted(server);
      return new FaultCell.Outcome(result, null, time, next, 0);
    }
  }

  private static boolean isComplete(RecordedTurns others) {
    Goal goal = others.latest(ServerNotification.GoalUpdated.class).goal();
    return goal.status() == Goal.Status.COMPLETE;
  }

  private static void goal(FakeAppServer server, String status) {
    server.notify(
        "thread/goal/updated",
        "{\"threadId\":\"thread-1\",\"turnId\":null,\"goal\":{\"threadId\":\"thread-1\","
            + "\"objective\":\"a tree\",\"status\":\"%s\"}}".formatted(status));
  }

  private static String next(FakeAppServer server, CodexSession session) throws Exception {
    Turn next = session.startTurn(TurnInput.of("and on"), TurnListener.NONE);
    JsonNode request = server.next();
    while (!request.path("method").asText().equals("turn/start")) {
      request = server.next();
    }
    server.reply(request, "{\"turn\":{\"id\":\"turn-2\"}}");
    server.turnCompleted("turn-2", "completed");
    return FaultMatrix.works(next.result().get(60, TimeUnit.SECONDS));
  }

  /** A turn that did not complete says why; in the server's own words where it has some. */
  static void explained(TurnResult result) {
    if (result.status() == TurnStatus.FAILED && result.error().message().isBlank()) {
      throw new IllegalStateException("no words: " + result.error());
    }
  }

  /** There is nobody who could have. */
  static void nothingAccepted(FakeAppServer server) {
    for (JsonNode message : server.received) {
      String result = message.path("result").toString();
      if (result.matches("(?s).*(\"accept|\"approved|\"allow|\"success\":true).*")) {
        throw new IllegalStateException("accepted: " + message);
      }
    }
  }

  // --- what a server says

  static void started(FakeAppServer server) {
    server.notify("turn/started", "{\"threadId\":\"thread-1\",\"turn\":{\"id\":\"turn-1\"}}");
  }

  static void finish(FakeAppServer server) {
    server.message("m1", "whole");
    server.turnCompleted(TURN, "completed");
  }

  private static void reply(FakeAppServer server, String id) {
    server.send("{\"id\":" + id + ",\"result\":{\"turn\":{\"id\":\"turn-1\"}}}");
  }

  private static void asks(FakeAppServer server, String id, String method, String params) {
    server.send("{\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + params + "}");
  }

  private static void resolved(FakeAppServer server, String id) {
    server.notify("serverRequest/resolved", "{\"threadId\":\"thread-1\",\"requestId\":" + id + "}");
  }

  private static void delta(FakeAppServer server, String delta) {
    told(server, "item/agentMessage/delta", "\"itemId\":\"m1\",\"delta\":" + delta);
  }

  private static void told(FakeAppServer server, String method, String fields) {
    server.notify(method, "{" + SCOPE + "," + fields + "}");
  }

  private static void item(FakeAppServer server, String type) {
    server.item("started", THREAD, TURN, "{\"type\":" + type + ",\"id\":\"open\"}");
  }
}

package dev.talaria.session.fault;

import static org.awaitility.Awaitility.await;

import dev.talaria.approval.HostRequest;
import dev.talaria.approval.HostServices;
import dev.talaria.approval.ToolAnswer;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.result.TurnResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** A model that fails, a server of tools that dies, a host whose code throws; on real Codex. */
final class FaultModelCells implements FaultCell.Part {

  /** When the limits of the scripted account are reset. */
  static final long RESETS_AT = 1_995_222_218L;

  private final Map<String, FaultCell> cells = new LinkedHashMap<>();

  @Override
  public Map<String, FaultCell> cells() {
    http("model: 401", 401, "invalid_api_key");
    http("model: 403", 403, "forbidden");
    http("model: 404", 404, "not_found");
    http("model: 429", 429, "slow_down");
    http("model: 500", 500, "server_error");
    http("model: 503, overloaded", 503, "server_is_overloaded");
    says("model: 400, context too long", Reply.apiError(400, "context_length_exceeded", "long"));
    says("model: 429, usage limit with its reset", usageLimit());
    says("model: rate limit, try again in 1.2s", tryAgain());
    says("model: overloaded in the stream", Reply.failed("server_is_overloaded", "full"));
    says("model: stream cut", partial().cutAfter(7));
    says("model: stream cut before its first word", partial().cutAfter(0));
    says("model: incomplete answer", Reply.incomplete("max_output_tokens", whole()));
    limited("model: hangs before its first word", Reply.text("late").hangAfter(0));
    limited("model: accepts and never answers", Reply.text("late").delay(Duration.ofMinutes(5)));
    limited("model: hangs, turn limit of 2 s", partial().hangAfter(7));
    run(
        "model: hangs, its own idle limit of 1 s",
        partial().hangAfter(7),
        config -> config.providerKey("stream_idle_timeout_ms", 1000),
        options -> options);
    run(
        "model: silent for 3 s, looked at after 0.2 s",
        Reply.of(OutputItem.chunks("patience ", "pays")).between(Duration.ofMillis(1500)),
        config -> config,
        options -> options.quietTime(Duration.ofMillis(200)));
    run(
        "model: cut, and Codex tries again",
        partial().cutAfter(7),
        config -> config.retries(0, 2),
        options -> options);
    refusesConnections(
        "model: connection refused, turn limit of 2 s", Duration.ofSeconds(2), false);
    refusesConnections("model: connection refused, then accepted", Duration.ofSeconds(40), true);
    refusesTheGoal("model: connection refused, turn limit of 2 s", Duration.ofSeconds(2), false);
    refusesTheGoal("model: connection refused, then accepted", Duration.ofSeconds(40), true);
    return cells;
  }

  static Reply usageLimit() {
    var body = WireJson.mapper().createObjectNode();
    body.putObject("error")
        .put("type", "usage_limit_reached")
        .put("message", "The usage limit has been reached")
        .put("plan_type", "plus")
        .put("resets_at", RESETS_AT);
    return Reply.httpError(429, body)
        .header("x-codex-primary-used-percent", "100")
        .header("x-codex-primary-window-minutes", "300")
        .header("x-codex-primary-reset-at", Long.toString(RESETS_AT));
  }

  static Reply tryAgain() {
    return Reply.failed("rate_limit_exceeded", "Rate limit reached. Please try again in 1.2s.");
  }

  private static OutputItem.Text whole() {
    return OutputItem.chunks("whole").withPhase("commentary");
  }

  private static Reply partial() {
    return Reply.of(whole(), OutputItem.chunks("ha", "lf"));
  }

  private void http(String fault, int status, String code) {
    says(fault, Reply.apiError(status, code, "the model says " + status));
  }

  private void says(String fault, Reply reply) {
    run(fault, reply, config -> config, options -> options);
  }

  private void limited(String fault, Reply reply) {
    run(fault, reply, config -> config, options -> options.turnTimeout(Duration.ofSeconds(2)));
  }

  /**
   * Codex itself waits for a port that is closed and says so each time that it tries.
   *
   * @param comesBack whether the port is opened in the turn, or only after it
   */
  private void refusesConnections(String fault, Duration limit, boolean comesBack) {
    FaultPhase phase = FaultPhase.THINKING;
    ModelScript script =
        ModelScript.builder()
            .when(FaultLab.AGAIN)
            .repeat()
            .text("again it works")
            .text("reached at last")
            .build();
    cells.put(
        FaultCell.key(fault, phase),
        marker -> {
          try (FaultPort port = new FaultPort();
              FaultLab lab =
                  new FaultLab(
                      script, marker, config -> config.providerKey("base_url", port.baseUrl()))) {
            CodexSession session =
                lab.codex.openSession(lab.options(phase).turnTimeout(limit).build());
            long start = System.nanoTime();
            Turn turn = session.startTurn(TurnInput.of("go"), lab.heard);
            await().until(() -> lab.heard.events.contains("retry"));
            if (comesBack) {
              port.open(lab.model.baseUrl());
            }
            TurnResult result = turn.result().get(60, TimeUnit.SECONDS);
            if (!comesBack) {
              port.open(lab.model.baseUrl());
            }
            return FaultMatrix.finish(lab, session, result, start);
          }
        });
  }

  /** The port is closed by a tool that the goal's turn calls, and so before its next request. */
  private void refusesTheGoal(String fault, Duration limit, boolean comesBack) {
    FaultPhase phase = FaultPhase.GOAL_THINKING;
    cells.put(
        FaultCell.key(fault, phase),
        marker -> {
          try (FaultPort port = new FaultPort();
              FaultLab lab =
                  new FaultLab(
                      FaultPhase.goal(Reply.of(OutputItem.call("look_up", Map.of()))),
                      marker,
                      config -> config.providerKey("base_url", port.baseUrl()))) {
            port.open(lab.model.baseUrl());
            CodexSession session =
                lab.codex.openSession(
                    lab.options(phase)
                        .turnTimeout(limit)
                        .dynamicTool(FaultToolCells.LOOK_UP)
                        .services(shuts(port))
                        .build());
            Turn turn = lab.start(session, phase);
            long start = System.nanoTime();
            await().until(() -> lab.heard.events.contains("retry"));
            if (comesBack) {
              port.open(lab.model.baseUrl());
            }
            TurnResult result = turn.result().get(60, TimeUnit.SECONDS);
            if (!comesBack) {
              port.open(lab.model.baseUrl());
            }
            return FaultMatrix.finish(lab, session, result, start);
          }
        });
  }

  private static HostServices shuts(FaultPort port) {
    return new HostServices() {
      @Override
      public CompletionStage<ToolAnswer> callTool(HostRequest.DynamicToolCall call) {
        try {
          port.shut();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        return CompletableFuture.completedFuture(ToolAnswer.text("the port is closed"));
      }
    };
  }

  private void run(
      String fault,
      Reply reply,
      UnaryOperator<ScratchCodexHome.Builder> config,
      UnaryOperator<SessionOptions.Builder> limits) {
    ModelScript script =
        ModelScript.builder()
            .when(FaultLab.AGAIN)
            .repeat()
            .text("again it works")
            .reply(reply)
            .text("second try")
            .build();
    run(fault, FaultPhase.STREAMING, script, config, limits);
    run(fault, FaultPhase.GOAL_STREAMING, FaultPhase.goal(reply), config, limits);
  }

  private void run(
      String fault,
      FaultPhase phase,
      ModelScript script,
      UnaryOperator<ScratchCodexHome.Builder> config,
      UnaryOperator<SessionOptions.Builder> limits) {
    cells.put(
        FaultCell.key(fault, phase),
        marker -> {
          try (FaultLab lab = new FaultLab(script, marker, config)) {
            CodexSession session = lab.codex.openSession(limits.apply(lab.options(phase)).build());
            long start = System.nanoTime();
            TurnResult result = lab.start(session, phase).await();
            return FaultMatrix.finish(lab, session, result, start);
          }
        });
  }
}

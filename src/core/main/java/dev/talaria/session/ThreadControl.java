package dev.talaria.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.appserver.AppServer;
import dev.talaria.base.TalariaException;
import dev.talaria.codex.CodexCapability;
import dev.talaria.protocol.v2.TurnStartParams;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.rpc.RpcException;
import dev.talaria.session.goal.GoalOptions;
import dev.talaria.session.goal.GoalRun;
import dev.talaria.session.thread.ThreadSession;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * What the host does to a session's thread besides starting turns: each waits for Codex.
 *
 * <p>Safe for use by many threads.
 */
final class ThreadControl {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** What a turn has and the thread's settings do not. */
  private static final Set<String> OF_A_TURN =
      Set.of("threadId", "input", "outputSchema", "clientUserMessageId");

  private final SessionOptions options;
  private final Supplier<ThreadSession> ready;

  /**
   * @param ready gives the thread where a turn can run; may block
   */
  ThreadControl(SessionOptions options, Supplier<ThreadSession> ready) {
    this.options = options;
    this.ready = ready;
  }

  /**
   * The thread, on a Codex that has something.
   *
   * @throws dev.talaria.codex.CodexVersionException if it has not
   */
  ThreadSession on(CodexCapability capability, String what) {
    ThreadSession on = ready.get();
    capability.require(on.server().version(), what);
    return on;
  }

  JsonNode call(ThreadSession on, String method, Map<String, ?> params) {
    return await(
        on.server().request(method, on.turns().withThreadId(params), JsonNode.class, LIMIT));
  }

  private static <T> T await(CompletableFuture<T> reply) {
    return AppServer.await(reply, LIMIT);
  }

  GoalRun goal(String objective, GoalOptions how) {
    if (objective.isBlank()) {
      throw new IllegalArgumentException("a goal must not be blank");
    }
    if (!options.allowsGoals()) {
      throw new IllegalStateException(
          "the session was opened without goals; open it with SessionOptions.Builder.goals(true)");
    }
    ThreadSession on = on(CodexCapability.GOALS, "goals");
    try {
      return await(on.turns().goal().start(objective, how));
    } catch (RpcException e) {
      if (e.error().contains("goals feature is disabled")) {
        throw new TalariaException(
            "goals are switched off in Codex's own configuration (features.goals); switch them on"
                + " there, or with CodexOptions.Builder.config(\"features.goals\", \"true\")",
            e);
      }
      throw e;
    } catch (TalariaException e) {
      throw e.getCause() instanceof IllegalStateException misuse ? misuse : e;
    }
  }

  void revert(String turnId) {
    ThreadSession on = on(CodexCapability.THREAD_REVERT, "thread/revert");
    if (on.turns().running() != null) {
      throw new IllegalStateException(
          "a turn runs, and Codex would interrupt it; wait for its end or interrupt it before");
    }
    call(on, "thread/revert", Map.of("beforeTurnId", turnId));
  }

  /** Has later turns begin with other settings; returns what was sent, as Codex names it. */
  ObjectNode settings(TurnInput settings) {
    if (!settings.parts().isEmpty()
        || settings.key().isPresent()
        || settings.outputSchema().isPresent()
        || settings.timeout().isPresent()) {
      throw new IllegalArgumentException(
          "settings have no input, key, schema or time limit; begin them with TurnInput.settings()");
    }
    ThreadSession on = on(CodexCapability.THREAD_SETTINGS, "settings between turns");
    ProfileRequest profile = new ProfileRequest(on.server(), settings.permissionProfile());
    TurnStartParams params = profile.in(settings.params(on.threadId()));
    ObjectNode sent = WireJson.mapper().valueToTree(params);
    sent.remove(OF_A_TURN);
    try {
      apply(on, sent);
    } catch (RpcException refusal) {
      TalariaException ofProfile = profile.explained(refusal);
      throw ofProfile != refusal ? ofProfile : RefusedSettingException.explain(refusal, params);
    }
    return sent;
  }

  /** Settings that the thread had on another connection. */
  static void apply(ThreadSession on, ObjectNode settings) {
    await(
        on.server()
            .request(
                "thread/settings/update",
                settings.deepCopy().put("threadId", on.threadId()),
                JsonNode.class,
                LIMIT));
  }
}

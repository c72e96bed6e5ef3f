package dev.talaria.cli.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.talaria.codex.CodexOptions;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.ScriptedModel;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.rpc.RpcException;
import dev.talaria.session.Codex;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A Codex executable with a scripted model and a home of its own, spoken to by the bare methods of
 * the app-server, so that what is found does not depend on what Talaria knows about versions.
 *
 * <p>For one thread. Closing it ends the process and removes the home.
 */
final class SurveyLab implements AutoCloseable {

  static final Duration LIMIT = Duration.ofSeconds(20);

  final ScriptedModel model;
  final ScratchCodexHome home;
  final Codex codex;
  final Path recording;
  private final CodexOptions options;
  private final BlockingQueue<ServerNotification> received = new LinkedBlockingQueue<>();

  /** The notifications that {@link #await} has passed by. */
  final List<ServerNotification> passed = new ArrayList<>();

  SurveyLab(
      Path executable,
      Path scratch,
      ModelScript script,
      UnaryOperator<ScratchCodexHome.Builder> config,
      UnaryOperator<CodexOptions.Builder> more)
      throws IOException {
    model = ScriptedModel.start(script);
    home = config.apply(ScratchCodexHome.builder(model.baseUrl())).create();
    options =
        more.apply(
                CodexOptions.builder()
                    .executable(executable)
                    .workingDirectory(scratch)
                    .codexHome(home.path())
                    .environment(home.isolatedEnvironment()))
            .build();
    recording = scratch.resolve("recording-" + System.nanoTime() + ".jsonl");
    try {
      codex = Codex.launch(options.toBuilder().recordTo(recording).build());
    } catch (RuntimeException e) {
      model.close();
      home.close();
      throw e;
    }
    codex.listen(received::add);
  }

  /** One more process on the same home, which the caller closes. */
  Codex launch() {
    return Codex.launch(options);
  }

  /** The result, or an object whose {@code refused} is what Codex says. */
  JsonNode call(String method, Map<String, ?> params) {
    return call(codex, method, params);
  }

  static JsonNode call(Codex codex, String method, Map<String, ?> params) {
    try {
      return codex.call(method, params, JsonNode.class, LIMIT);
    } catch (RpcException refusal) {
      return JsonNodeFactory.instance.objectNode().put("refused", refusal.error());
    }
  }

  /** A new thread's id; fails if Codex refuses it. */
  String thread(Map<String, ?> params) {
    JsonNode started = call("thread/start", params);
    if (started.has("refused")) {
      throw new IllegalStateException(started.path("refused").asText());
    }
    return started.at("/thread/id").asText();
  }

  /** Begins a turn of the prompt "go" and gives the reply. */
  JsonNode begin(String thread, Map<String, ?> more) {
    Map<String, Object> params = new HashMap<>();
    params.put("threadId", thread);
    params.put("input", List.of(Map.of("type", "text", "text", "go")));
    params.putAll(more);
    return call("turn/start", params);
  }

  /** Begins a turn and waits for its end. */
  ServerNotification.TurnCompleted turn(String thread, Map<String, ?> more)
      throws InterruptedException {
    JsonNode begun = begin(thread, more);
    if (begun.has("refused")) {
      throw new IllegalStateException(begun.path("refused").asText());
    }
    return (ServerNotification.TurnCompleted)
        await(
                notification ->
                    notification instanceof ServerNotification.TurnCompleted
                        && notification.threadId().equals(thread),
                LIMIT)
            .orElseThrow(() -> new IllegalStateException("the turn did not end"));
  }

  /** Takes notifications until one is as wanted; empty if none comes in time. */
  Optional<ServerNotification> await(Predicate<ServerNotification> wanted, Duration limit)
      throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      ServerNotification next = received.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (next == null || wanted.test(next)) {
        return Optional.ofNullable(next);
      }
      passed.add(next);
    }
  }

  @Override
  public void close() throws IOException {
    codex.close();
    model.close();
    home.close();
  }
}

package dev.talaria.session.turn;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.appserver.AppServer;
import dev.talaria.protocol.UserInput;
import dev.talaria.protocol.wire.TurnStartResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Has Codex shorten a thread's history, by {@code thread/compact/start}. Immutable. */
public record CompactionRequest(AppServer server, String threadId) implements TurnRequest {

  @Override
  public List<UserInput> parts() {
    return List.of();
  }

  @Override
  public Optional<Duration> timeout() {
    return Optional.empty();
  }

  @Override
  public CompletableFuture<?> send(Consumer<TurnStartResult> onArrival) {
    return server.request("thread/compact/start", Map.of("threadId", threadId), JsonNode.class);
  }
}

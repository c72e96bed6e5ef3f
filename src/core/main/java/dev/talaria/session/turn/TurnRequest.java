package dev.talaria.session.turn;

import dev.talaria.protocol.UserInput;
import dev.talaria.protocol.wire.TurnStartResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** What has Codex begin a turn. Safe for use by many threads. */
public interface TurnRequest {

  /** The user's input; without any no reply names the turn, which is the next one that starts. */
  List<UserInput> parts();

  /** How long the turn may take; empty for the session's limit. */
  Optional<Duration> timeout();

  /**
   * Sends it. Throws nothing: what cannot be sent fails the future.
   *
   * @param onArrival as for {@link dev.talaria.appserver.AppServer#startTurn}; not called for a
   *     turn that no reply names
   */
  CompletableFuture<?> send(Consumer<TurnStartResult> onArrival);
}

package dev.talaria.session.turn;

import dev.talaria.protocol.wire.TurnStartResult;
import dev.talaria.session.TurnInput;
import dev.talaria.session.result.TurnOrigin;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What has Codex begin a turn. Immutable.
 *
 * @param input the user's input, and what the host wants of the turn
 * @param origin what kind of turn it is. A prompt and a review are named by the reply; every other
 *     one is the next turn that starts
 * @param send sends it and throws nothing: what cannot be sent fails the future. Is given what to
 *     call when the reply arrives, as for {@link dev.talaria.appserver.AppServer#startTurn}; that
 *     is not called for a turn that no reply names
 */
public record TurnRequest(
    TurnInput input,
    TurnOrigin origin,
    Function<Consumer<TurnStartResult>, CompletableFuture<?>> send) {

  boolean namedByReply() {
    return origin == TurnOrigin.HOST || origin == TurnOrigin.REVIEW;
  }
}

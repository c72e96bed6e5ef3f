package dev.talaria.session.turn;

import dev.talaria.protocol.UserInput;
import dev.talaria.protocol.wire.TurnStartResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What has Codex begin a turn. Immutable.
 *
 * @param parts the user's input; without any no reply names the turn, which is the next one that
 *     starts
 * @param key the host's key for them; empty for none
 * @param timeout how long the turn may take; empty for the session's limit
 * @param send sends it and throws nothing: what cannot be sent fails the future. Is given what to
 *     call when the reply arrives, as for {@link dev.talaria.appserver.AppServer#startTurn}; that
 *     is not called for a turn that no reply names
 */
public record TurnRequest(
    List<UserInput> parts,
    Optional<String> key,
    Optional<Duration> timeout,
    Function<Consumer<TurnStartResult>, CompletableFuture<?>> send) {}

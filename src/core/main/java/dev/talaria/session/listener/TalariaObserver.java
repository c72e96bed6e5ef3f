package dev.talaria.session.listener;

import dev.talaria.protocol.AccountLimits;
import dev.talaria.rpc.TraceContext;
import dev.talaria.session.CodexSession;
import java.util.Optional;

/**
 * Watches what this program does with Codex, for traces and metrics: sessions, turns, connections,
 * limits, model calls. {@code talaria-opentelemetry} has two of them.
 *
 * <p>Called by many threads at once; must not block and must not wait for a turn. What it throws is
 * logged and harms nothing. One observer may watch several Codexes.
 */
public interface TalariaObserver {

  /**
   * Something happened to a connection. An observer that is set later than the connection was made
   * is notified of it at once.
   *
   * @param event what happened
   */
  default void onConnection(ConnectionEvent event) {}

  /**
   * Codex has told how much of the account's limits is used.
   *
   * @param limits all that is known of them now
   */
  default void onAccountLimits(AccountLimits limits) {}

  /**
   * A session is open.
   *
   * @param session the session
   */
  default void onSessionOpened(CodexSession session) {}

  /**
   * A session is closed.
   *
   * @param session one that {@link #onSessionOpened} reported
   */
  default void onSessionClosed(CodexSession session) {}

  /**
   * A turn of a session's thread begins. One that the host starts is told on the thread that starts
   * it, before anything is sent; any other when it is known who started it. The turns of sub-agents
   * are reported by {@link TurnListener#onSubAgent}.
   *
   * @param turn what is known of it
   * @return receives what happens in the turn; {@code null} or {@link TurnObserver#NONE} for nobody
   */
  default TurnObserver onTurn(ObservedTurn turn) {
    return TurnObserver.NONE;
  }

  /**
   * A model call of {@code talaria-llm} begins, on the thread that makes it. Its turns are reported
   * by {@link #onTurn}, within the call's context.
   *
   * @param operation what is called: {@code text}, {@code object}, {@code loop} or {@code chat}
   * @param model as the call names it; empty for the default
   * @return receives what happens to the call; {@code null} or {@link ModelCallObserver#NONE} for
   *     nobody
   */
  default ModelCallObserver onModelCall(String operation, String model) {
    return ModelCallObserver.NONE;
  }

  /**
   * {@return the trace context of the calling thread, which goes to Codex with a request; empty for
   * none} Called for every request, on the thread that sends it.
   */
  default Optional<TraceContext> traceContext() {
    return Optional.empty();
  }
}

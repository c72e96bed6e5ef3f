package dev.talaria.session;

import dev.talaria.protocol.TokenUsage;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnOrigin;
import dev.talaria.session.result.TurnState;
import dev.talaria.transcript.Message;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * An agent that the model of a turn has started. It has a thread of its own, with turns of its own.
 *
 * <p>Its approvals and its calls of the host's tools go to the handlers of the session that it
 * belongs to. It may work on after the turn that began it has ended. What it does ends when a turn
 * of the session is interrupted, and when the session is closed.
 *
 * <p>Safe for use by many threads; no method blocks. Source: the items {@code collabAgentToolCall}
 * and {@code subAgentActivity}, which name its thread, {@code thread/read}, and what Codex sends of
 * that thread, measured with 0.125.0, 0.130.0, 0.166.0 and 0.169.0.
 */
public interface SubAgent {

  /** {@return the agent's own thread} */
  String threadId();

  /** {@return the thread of the agent that began it: the session's, or another sub-agent's} */
  String parentThreadId();

  /**
   * {@return the item by which it became known} It is an item of the turn that lists it in {@link
   * Turn#subAgents}: the one that began it, or of an older agent the first one that named it on
   * this connection.
   */
  String itemId();

  /**
   * {@return the name that Codex gave it, such as {@code Bohr}; empty when Codex has not said} It
   * is asked for it before {@link TurnListener#onSubAgent} is called.
   */
  String name();

  /**
   * {@return its place in the tree of agents: the names of those above it and its own, each behind
   * a slash; empty where agents have none} The first name is {@code root}, which is the session's
   * own agent. 0.125.0 and 0.130.0 have none, nor has 0.169.0 with older models.
   */
  String path();

  /** {@return its role, such as {@code explorer}; empty when it has none} */
  String role();

  /** {@return its name for people: its path, else its name, else its thread's id} */
  default String label() {
    return !path().isEmpty() ? path() : !name().isEmpty() ? name() : threadId();
  }

  /**
   * {@return where its latest turn is; {@link TurnState#STARTING} before the first one} An agent
   * that is over can be given more to do.
   */
  TurnState state();

  /** {@return its turns in order, of origin {@link TurnOrigin#AGENT}; the latest 64} */
  List<Turn> turns();

  /** {@return the agents that its turns have begun} */
  default List<SubAgent> subAgents() {
    return turns().stream().flatMap(turn -> turn.subAgents().stream()).toList();
  }

  /** {@return its transcript so far; the latest 2,000 rows} */
  List<Message> messages();

  /** {@return the tokens of its latest request and of its thread, as Codex told them last} */
  Optional<TokenUsage> usage();

  /**
   * {@return a future of the moment when it has had a turn and none runs any more, with the state
   * of the latest} Also completes when the session is closed, or its connection lost. One that is
   * given more to do has another end, so ask again.
   */
  CompletableFuture<TurnState> end();

  /** Interrupts the turn that it runs, and those of its own sub-agents. */
  void interrupt();
}

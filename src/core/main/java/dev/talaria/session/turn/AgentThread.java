package dev.talaria.session.turn;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.ActivityItem;
import dev.talaria.protocol.Item;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.protocol.ServerNotification.TurnStarted;
import dev.talaria.protocol.TokenUsage;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.rpc.RpcException;
import dev.talaria.session.SubAgent;
import dev.talaria.session.Turn;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.listener.TurnObserver;
import dev.talaria.session.request.PendingRequests;
import dev.talaria.session.result.BackgroundCommand;
import dev.talaria.session.result.TurnState;
import dev.talaria.transcript.Message;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A sub-agent: its thread, with the turns there, under the turn that began it.
 *
 * <p>It is reported to the host when Codex has said what it is called; what Codex sends of its
 * thread waits until then. Mailbox only, but for the methods of {@link SubAgent}.
 */
public final class AgentThread implements SubAgent, TurnListener {

  private static final Logger log = LoggerFactory.getLogger(AgentThread.class);

  private static final int MOST_TURNS = 64;
  private static final int MOST_MESSAGES = 2_000;

  /** How long Codex may take to say what an agent is called, and how much may wait for that. */
  private static final Duration NAME_LIMIT = Duration.ofSeconds(5);

  private static final Duration NAME_AGAIN = Duration.ofMillis(20);

  private static final int MOST_HELD = 10_000;

  private final ThreadTurns root;
  private final ThreadTurns parent;
  private final ActiveTurn spawner;
  private final ThreadTurns thread;
  private final String threadId;
  private final String itemId;
  private final List<Turn> turns = new CopyOnWriteArrayList<>();
  private final Deque<Message> messages = new ArrayDeque<>();
  private List<Runnable> held = new ArrayList<>();
  private List<TurnListener> listeners = List.of();
  private volatile String name = "";
  private volatile String path = "";
  private volatile String role = "";
  private volatile TokenUsage usage;
  private volatile TurnState state = TurnState.STARTING;
  private volatile CompletableFuture<TurnState> end = new CompletableFuture<>();

  /**
   * @param root the turns of the session's own thread
   * @param parent the turns of the thread that named it
   * @param spawner the turn that named it; {@code null} when none is known
   */
  AgentThread(
      ThreadTurns root,
      ThreadTurns parent,
      ActiveTurn spawner,
      PendingRequests requests,
      String threadId,
      Item item) {
    this.root = root;
    this.parent = parent;
    this.spawner = spawner;
    this.thread = new ThreadTurns(requests, root.workers(), root.options(), this);
    this.threadId = threadId;
    this.itemId = item.id();
    if (item instanceof ActivityItem.SubAgentActivity activity) {
      path = activity.agentPath();
    }
    thread.opened(threadId, "", "");
  }

  public ThreadTurns threadTurns() {
    return thread;
  }

  /** The turn that began it; {@code null} when none is known. */
  ActiveTurn spawner() {
    return spawner;
  }

  /** Asks Codex what it is called, and tells the host of it then. */
  void begin() {
    parent.agents().add(this);
    if (spawner != null) {
      spawner.began(this);
    }
    thread.later(NAME_LIMIT, this::introduce);
    askForName();
  }

  private void askForName() {
    if (held != null) {
      thread
          .server()
          .request("thread/read", Map.of("threadId", threadId), JsonNode.class, NAME_LIMIT)
          .whenComplete((reply, error) -> thread.post(() -> named(reply, error)));
    }
  }

  private void named(JsonNode reply, Throwable error) {
    if (error instanceof RpcException) {
      // 0.130.0 refuses for as long as the agent's rollout is empty.
      thread.later(NAME_AGAIN, this::askForName);
      return;
    }
    if (error != null) {
      log.debug("Codex did not say what the sub-agent {} is called", threadId, error);
    } else {
      JsonNode info = reply.path("thread");
      name = WireJson.text(info, "agentNickname");
      role = WireJson.text(info, "agentRole");
      if (path.isEmpty()) {
        path = info.at("/source/subAgent/thread_spawn/agent_path").asText("");
      }
    }
    introduce();
  }

  private void introduce() {
    if (held == null) {
      return;
    }
    List<Runnable> waiting = held;
    held = null;
    if (spawner != null) {
      listeners = spawner.listenersOf(this);
    }
    waiting.forEach(Runnable::run);
  }

  /** Runs what belongs to its thread, as soon as the host knows of it. */
  public void run(Runnable task) {
    if (held == null) {
      task.run();
    } else {
      held.add(task);
      if (held.size() > MOST_HELD) {
        introduce();
      }
    }
  }

  /** Its events are not followed any more. */
  void forget() {
    parent.agents().remove(this);
  }

  /** A turn of it begins. */
  void begins(ActiveTurn turn) {
    turns.add(turn);
    if (turns.size() > MOST_TURNS) {
      turns.remove(0);
    }
    if (state.isOver()) {
      end = new CompletableFuture<>();
    }
    state = TurnState.RUNNING;
  }

  /**
   * Whether what a turn of it works for was interrupted. Old versions do not say which turn of the
   * session's that is.
   */
  boolean isUnwanted(ServerNotification event) {
    String rootTurn = event instanceof TurnStarted started ? started.rootTurnId() : "";
    ActiveTurn worksFor = rootTurn.isEmpty() ? root.running() : root.of(rootTurn);
    if (worksFor == null) {
      worksFor = spawner;
    }
    return worksFor != null
        && (worksFor.ending().isInterrupted() || worksFor.state() == TurnState.INTERRUPTED);
  }

  /** Who is notified of its turns: this one first. */
  Stream<TurnListener> listeners() {
    return Stream.concat(Stream.of(this), listeners.stream());
  }

  /** The limit of its turns is that of the turn it works for. */
  Optional<Duration> turnLimit() {
    return spawner == null ? root.options().turnTimeout() : spawner.limit();
  }

  /** Whether the host has given it listeners. */
  boolean hasListeners() {
    return listeners.stream().anyMatch(one -> !(one instanceof TurnObserver));
  }

  boolean isIdle() {
    return held == null && thread.running() == null && thread.ended().runningCommands().isEmpty();
  }

  /** The commands of it and of its sub-agents that have not ended. */
  Stream<BackgroundCommand> runningCommands() {
    return Stream.concat(
        Stream.concat(
            thread.ended().runningCommands().stream(),
            thread.open().stream()
                .filter(turn -> !turn.ending().isCompleted())
                .flatMap(turn -> turn.runningCommands().stream())),
        thread.agents().stream().flatMap(AgentThread::runningCommands));
  }

  /** No turn of it runs, or is reported, any more. */
  void over() {
    if (state == TurnState.STARTING) {
      state = thread.unusable() != null ? TurnState.FAILED : TurnState.INTERRUPTED;
    }
    if (thread.running() == null) {
      CompletableFuture<TurnState> ended = end;
      TurnState as = state;
      thread.workers().run(() -> ended.complete(as));
    }
  }

  void interrupt(String reason) {
    if (thread.open().isEmpty()) {
      thread.interruptAgents(reason);
    } else {
      // Their ends interrupt its own sub-agents: a parent that waits for one is stopped before.
      thread.open().forEach(turn -> turn.ending().interrupt(reason));
    }
  }

  /**
   * The session is closed.
   *
   * @param calm completes when it may be interrupted
   */
  void close(CompletableFuture<Void> calm) {
    thread.closeOfAgent(calm);
    thread.ended().close();
    over();
  }

  // --- what happens in its turns

  @Override
  public void onStateChanged(TurnState from, TurnState to, String reason) {
    state = to;
  }

  @Override
  public void onMessage(Message message) {
    synchronized (messages) {
      messages.add(message);
      if (messages.size() > MOST_MESSAGES) {
        messages.remove();
      }
    }
    if (spawner != null && root.options().subAgentMessages()) {
      spawner.addRowOfAgent(message.agent().isEmpty() ? message.by(label()) : message);
    }
  }

  @Override
  public void onUsage(TokenUsage latest) {
    usage = latest;
  }

  // --- the host's side, any thread

  @Override
  public String threadId() {
    return threadId;
  }

  @Override
  public String parentThreadId() {
    return parent.threadId();
  }

  @Override
  public String itemId() {
    return itemId;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public String role() {
    return role;
  }

  @Override
  public TurnState state() {
    return state;
  }

  @Override
  public List<Turn> turns() {
    return List.copyOf(turns);
  }

  @Override
  public List<Message> messages() {
    synchronized (messages) {
      return List.copyOf(messages);
    }
  }

  @Override
  public Optional<TokenUsage> usage() {
    return Optional.ofNullable(usage);
  }

  @Override
  public CompletableFuture<TurnState> end() {
    return end.copy();
  }

  @Override
  public void interrupt() {
    thread.post(() -> interrupt("the host interrupted it"));
  }

  @Override
  public String toString() {
    return "SubAgent[" + label() + " " + state + "]";
  }
}

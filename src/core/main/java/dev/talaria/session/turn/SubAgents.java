package dev.talaria.session.turn;

import dev.talaria.appserver.ThreadInbox;
import dev.talaria.protocol.ActivityItem;
import dev.talaria.protocol.Item;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.protocol.ServerNotification.ItemCompleted;
import dev.talaria.protocol.ServerNotification.ItemStarted;
import dev.talaria.session.CloseReport;
import dev.talaria.session.request.PendingRequests;
import dev.talaria.session.result.BackgroundCommand;
import dev.talaria.session.result.TurnError;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of a session: its own, and those of its sub-agents, which may have sub-agents, too.
 * What Codex sends of any of them goes through the session's mailbox, in the order of its arrival.
 *
 * <p>Codex names a sub-agent's thread in an item of its parent before the sub-agent asks anything
 * (0.125.0 to 0.169.0), so it is adopted on the reader thread, when that item arrives. All else
 * belongs to the mailbox, where it does not say otherwise.
 */
public final class SubAgents {

  private static final Logger log = LoggerFactory.getLogger(SubAgents.class);

  /** When so many are known, those that are idle are forgotten; more cannot be. */
  static final int MOST = 256;

  private final ThreadTurns root;
  private final PendingRequests requests;
  private final ThreadInbox inbox;
  private final Consumer<Runnable> mailbox;
  private final Map<String, AgentThread> agents = new ConcurrentHashMap<>();

  /**
   * @param inbox where the messages of their threads go
   * @param mailbox takes a task on the reader thread
   */
  public SubAgents(
      ThreadTurns root, PendingRequests requests, ThreadInbox inbox, Consumer<Runnable> mailbox) {
    this.root = root;
    this.requests = requests;
    this.inbox = inbox;
    this.mailbox = mailbox;
  }

  /** The threads of the agents that an item is about; none for any other item. */
  public static List<String> namedIn(ServerNotification notification) {
    Item item =
        notification instanceof ItemStarted started
            ? started.item()
            : notification instanceof ItemCompleted completed ? completed.item() : null;
    Stream<String> named =
        item instanceof ActivityItem.CollabAgentToolCall call
            ? call.receiverThreadIds().stream()
            : item instanceof ActivityItem.SubAgentActivity activity
                ? Stream.of(activity.agentThreadId())
                : null;
    return named == null ? List.of() : named.filter(threadId -> !threadId.isEmpty()).toList();
  }

  /** Looks for new sub-agents in what a thread tells. Reader thread. */
  public void adoptFrom(ServerNotification notification) {
    for (String threadId : namedIn(notification)) {
      if (requests.server().router().adopt(threadId, inbox)) {
        mailbox.accept(() -> add(threadId, notification));
      }
    }
  }

  private void add(String threadId, ServerNotification named) {
    if (agents.size() >= MOST) {
      agents.values().stream().filter(AgentThread::isIdle).toList().forEach(this::forget);
    }
    if (agents.size() >= MOST) {
      log.warn("a sub-agent is not followed, for {} are at work: {}", MOST, threadId);
      requests.server().router().remove(threadId);
      return;
    }
    ThreadTurns parent = turnsOf(named.threadId());
    Item item =
        named instanceof ItemStarted started ? started.item() : ((ItemCompleted) named).item();
    ActiveTurn spawner = parent.of(named.turnId());
    AgentThread agent =
        new AgentThread(
            root, parent, spawner == null ? parent.running() : spawner, requests, threadId, item);
    agents.put(threadId, agent);
    agent.begin();
  }

  private void forget(AgentThread agent) {
    agent.forget();
    agents.remove(agent.threadId());
    requests.server().router().remove(agent.threadId());
  }

  /** The turns of the session's own thread. */
  public ThreadTurns root() {
    return root;
  }

  /** The turns of a thread: a sub-agent's, or the session's own. */
  public ThreadTurns turnsOf(String threadId) {
    AgentThread agent = agents.get(threadId);
    return agent == null ? root : agent.threadTurns();
  }

  /**
   * What Codex calls the agent of a thread; empty for the session's own, and when it did not say.
   */
  public String nameOf(String threadId) {
    AgentThread agent = agents.get(threadId);
    return agent == null ? "" : agent.path().isEmpty() ? agent.name() : agent.path();
  }

  /** The sub-agent of a thread; {@code null} for the session's own, and for one not known. */
  public AgentThread of(String threadId) {
    return agents.get(threadId);
  }

  /** All threads, the session's own first. Any thread. */
  private Stream<ThreadTurns> threads() {
    return Stream.concat(Stream.of(root), agents.values().stream().map(AgentThread::threadTurns));
  }

  /** The commands of ended turns that continue. Any thread. */
  public List<BackgroundCommand> runningCommands() {
    return threads().flatMap(thread -> thread.ended().runningCommands().stream()).toList();
  }

  /**
   * Completes when none of these commands continues, or nothing more is reported about them. Any
   * thread.
   */
  public CompletableFuture<Void> commandsEnd() {
    return ofAll(EndedTurns::commandsEnd);
  }

  /** Has Codex end all commands. Any thread. */
  public CompletableFuture<Void> endCommands() {
    return ofAll(EndedTurns::endCommands);
  }

  private CompletableFuture<Void> ofAll(Function<EndedTurns, CompletableFuture<Void>> what) {
    return CompletableFuture.allOf(
        threads().map(ThreadTurns::ended).map(what).toArray(CompletableFuture<?>[]::new));
  }

  /** No thread of the session can go further here. Any thread. */
  public void fail(TurnError reason) {
    threads().forEach(thread -> thread.fail(reason));
  }

  /** The session is closed, and what runs in its threads continues. */
  public void detach() {
    threads().forEach(ThreadTurns::detach);
  }

  /** The session's own thread and those of its sub-agents that are at work. Any thread. */
  public List<ThreadTurns> atWork() {
    return Stream.concat(
            Stream.of(root),
            agents.values().stream().filter(agent -> !agent.isIdle()).map(AgentThread::threadTurns))
        .toList();
  }

  /** The threads of the sub-agents. Any thread. */
  public Set<String> threadIds() {
    return agents.keySet();
  }

  /** What closing ended, one report for each thread; empty before it has. Any thread. */
  public List<CloseReport> closeReports() {
    return threads().map(thread -> thread.ended().closeReport()).filter(Objects::nonNull).toList();
  }
}

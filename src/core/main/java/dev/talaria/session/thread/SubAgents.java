package dev.talaria.session.thread;

import dev.talaria.appserver.AppServer;
import dev.talaria.appserver.ThreadInbox;
import dev.talaria.protocol.ActivityItem;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.protocol.ServerNotification.ItemCompleted;
import dev.talaria.protocol.ServerNotification.ItemStarted;
import dev.talaria.protocol.ServerNotification.TurnCompleted;
import dev.talaria.protocol.ThreadItem;
import dev.talaria.rpc.ConnectionLostException;
import dev.talaria.rpc.peer.RpcRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The threads of a session's sub-agents: their approvals are asked for in the session's name.
 *
 * <p>Codex names a sub-agent's thread in an item of its parent before the sub-agent says anything
 * (0.125.0 to 0.169.0), so it is adopted on the reader thread, when that item arrives. What runs
 * there touches concurrent maps only.
 */
final class SubAgents implements ThreadInbox {

  /** Items that are open in any sub-agent's thread; a runaway is cut here. */
  private static final int MOST_ITEMS = 10_000;

  private final AppServer server;
  private final Consumer<ServerNotification> notifications;
  private final Consumer<RpcRequest> requests;
  private final Set<String> threads = ConcurrentHashMap.newKeySet();
  private final Map<String, ThreadItem> openItems = new ConcurrentHashMap<>();

  /**
   * @param notifications gets what the sub-agents' threads tell
   * @param requests gets what they ask
   */
  SubAgents(
      AppServer server, Consumer<ServerNotification> notifications, Consumer<RpcRequest> requests) {
    this.server = server;
    this.notifications = notifications;
    this.requests = requests;
  }

  /** Looks for sub-agents in what a thread tells. Reader thread. */
  void adoptFrom(ServerNotification notification) {
    if (notification instanceof ItemCompleted completed) {
      adopt(completed.item());
    } else if (notification instanceof ItemStarted started) {
      adopt(started.item());
    }
  }

  private void adopt(ThreadItem item) {
    List<String> named =
        item instanceof ActivityItem.CollabAgentToolCall call
            ? call.receiverThreadIds()
            : item instanceof ActivityItem.SubAgentActivity activity
                ? List.of(activity.agentThreadId())
                : List.of();
    for (String threadId : named) {
      if (!threadId.isEmpty() && server.router().adopt(threadId, this)) {
        threads.add(threadId);
      }
    }
  }

  @Override
  public void notification(ServerNotification notification) {
    adoptFrom(notification);
    if (notification instanceof ItemStarted started && openItems.size() < MOST_ITEMS) {
      openItems.put(key(notification.threadId(), started.item().id()), started.item());
    } else if (notification instanceof ItemCompleted completed) {
      openItems.remove(key(notification.threadId(), completed.item().id()));
    } else if (notification instanceof TurnCompleted) {
      openItems.keySet().removeIf(key -> key.startsWith(notification.threadId() + "/"));
    }
    notifications.accept(notification);
  }

  @Override
  public void request(RpcRequest request) {
    requests.accept(request);
  }

  @Override
  public void lost(ConnectionLostException reason) {
    openItems.clear();
  }

  /** The items that are open in a sub-agent's thread. */
  List<ThreadItem> openItems(String threadId) {
    return openItems.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(threadId + "/"))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static String key(String threadId, String itemId) {
    return threadId + "/" + itemId;
  }

  /** The session is closed: their requests are no longer taken. */
  void forget() {
    threads.forEach(server.router()::remove);
  }
}

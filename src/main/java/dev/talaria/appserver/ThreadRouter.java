package dev.talaria.appserver;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.rpc.ConnectionLostException;
import dev.talaria.rpc.RpcError;
import dev.talaria.rpc.RpcInbound;
import dev.talaria.rpc.RpcNotification;
import dev.talaria.rpc.RpcRequest;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what arrives to the inbox of its thread.
 *
 * <p>Runs on the reader thread. What belongs to no open thread goes to the connection's listener; a
 * question of an unknown thread is refused at once, so that Codex never waits for an answer that
 * nobody will give.
 */
final class ThreadRouter implements RpcInbound {

  private static final Logger log = LoggerFactory.getLogger(ThreadRouter.class);

  private final Map<String, ThreadInbox> inboxes = new ConcurrentHashMap<>();
  private final SerialQueue listenerQueue;
  private final BiConsumer<JsonNode, RpcError> refuse;
  private volatile ConnectionListener listener;
  private volatile ConnectionLostException lost;

  ThreadRouter(Executor workers, BiConsumer<JsonNode, RpcError> refuse) {
    this.listenerQueue = new SerialQueue(workers, SerialQueue.DEFAULT_CAPACITY);
    this.refuse = refuse;
  }

  void listen(ConnectionListener next) {
    listener = Objects.requireNonNull(next, "listener");
  }

  void add(String threadId, ThreadInbox inbox) {
    inboxes.put(threadId, inbox);
    ConnectionLostException reason = lost;
    if (reason != null) {
      inbox.lost(reason);
    }
  }

  void remove(String threadId) {
    inboxes.remove(threadId);
  }

  @Override
  public void notification(RpcNotification raw) {
    ServerNotification notification = ServerNotification.of(raw.method(), raw.params());
    ThreadInbox inbox = inboxes.get(notification.threadId());
    if (inbox != null) {
      inbox.notification(notification);
    } else if (listener != null
        && !listenerQueue.offer(() -> listener.notification(notification))) {
      log.warn("the connection listener is too slow: dropped {}", raw.method());
    }
  }

  @Override
  public void request(RpcRequest request) {
    ThreadInbox inbox = inboxes.get(request.params().path("threadId").asText(""));
    if (inbox != null) {
      inbox.request(request);
    } else {
      log.info("refused {} of a thread that is not open here", request.method());
      refuse.accept(request.id(), RpcError.methodNotFound(request.method()));
    }
  }

  @Override
  public void closed(ConnectionLostException reason) {
    lost = reason;
    inboxes.values().forEach(inbox -> inbox.lost(reason));
  }
}

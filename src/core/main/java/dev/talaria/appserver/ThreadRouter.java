package dev.talaria.appserver;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.base.Guard;
import dev.talaria.protocol.AccountLimits;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.protocol.wire.DeltaLine;
import dev.talaria.rpc.ConnectionLostException;
import dev.talaria.rpc.peer.RpcError;
import dev.talaria.rpc.peer.RpcInbound;
import dev.talaria.rpc.peer.RpcRequest;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what arrives to the inbox of its thread.
 *
 * <p>Runs on the reader thread. What belongs to no open thread goes to the connection's listener
 * and to what serves the connection; a request of an unknown thread is refused at once, so that
 * Codex never waits for an answer that never comes.
 */
public final class ThreadRouter implements RpcInbound {

  private static final Logger log = LoggerFactory.getLogger(ThreadRouter.class);

  private final Map<String, ThreadInbox> inboxes = new ConcurrentHashMap<>();
  private final Map<String, ThreadInbox> adopted = new ConcurrentHashMap<>();
  private final Guard guard = Guard.of("the listener of the connection");
  private final SerialQueue listenerQueue;
  private final BiConsumer<JsonNode, RpcError> refuse;

  /** The delta that arrived last. */
  private final DeltaLine delta = new DeltaLine();

  private final BooleanSupplier readsDeltas;

  private volatile ConnectionEvents listener;
  private volatile Function<RpcRequest, Optional<RpcError>> connectionCalls;
  private volatile ConnectionLostException lost;
  private volatile AccountLimits limits = AccountLimits.UNKNOWN;

  /**
   * @param readsDeltas whether deltas are read without the peer; not while every message is
   *     recorded or watched
   */
  ThreadRouter(
      Executor workers, BiConsumer<JsonNode, RpcError> refuse, BooleanSupplier readsDeltas) {
    this.readsDeltas = readsDeltas;
    this.listenerQueue = new SerialQueue(workers, SerialQueue.DEFAULT_CAPACITY);
    this.refuse = refuse;
  }

  /**
   * Serves what the server asks that belongs to no thread; replaces the previous one.
   *
   * @param calls takes a request over, on the reader thread, and returns at once; the error to
   *     answer with, if it cannot take it
   */
  public void serve(Function<RpcRequest, Optional<RpcError>> calls) {
    connectionCalls = Objects.requireNonNull(calls, "calls");
  }

  /** The listener for what belongs to no open thread; replaces the previous one. */
  public void listen(ConnectionEvents next) {
    listener = Objects.requireNonNull(next, "listener");
  }

  /** Runs a task when the listener was told all that has arrived so far. */
  void afterNotifications(Runnable task) {
    listenerQueue.post(task);
  }

  /** Sends what the server says about a thread to {@code inbox} from now on. */
  public void add(String threadId, ThreadInbox inbox) {
    inboxes.put(threadId, inbox);
    ConnectionLostException reason = lost;
    if (reason != null) {
      inbox.lost(reason);
    }
  }

  /**
   * Adds an inbox for a thread that has none yet, such as a sub-agent's; the connection's listener
   * gets it, too. May be called on the reader thread.
   *
   * @return whether the thread was free
   */
  public boolean adopt(String threadId, ThreadInbox inbox) {
    return !inboxes.containsKey(threadId) && adopted.putIfAbsent(threadId, inbox) == null;
  }

  /** The account's limits as far as the server reported them. */
  AccountLimits limits() {
    return limits;
  }

  /** Forgets a thread: what the server still sends about it is treated as of an unknown thread. */
  public void remove(String threadId) {
    inboxes.remove(threadId);
    adopted.remove(threadId);
  }

  @Override
  public boolean message(byte[] buffer, int start, int length) {
    if (!readsDeltas.getAsBoolean() || !delta.read(buffer, start, length)) {
      return false;
    }
    ThreadInbox inbox = inboxes.get(delta.threadId());
    if (inbox == null) {
      return false;
    }
    if (inbox.passOver(delta.kind(), delta.turnId())) {
      return true;
    }
    Optional<ServerNotification> notification = delta.notification();
    notification.ifPresent(inbox::notification);
    return notification.isPresent();
  }

  @Override
  public void notification(String method, JsonNode params) {
    ServerNotification notification = ServerNotification.of(method, params);
    limits = limits.after(notification);
    ThreadInbox inbox = inboxes.get(notification.threadId());
    if (inbox != null) {
      inbox.notification(notification);
      return;
    }
    ThreadInbox adopter = adopted.get(notification.threadId());
    if (adopter != null) {
      adopter.notification(notification);
    }
    if (listener != null
        && !listenerQueue.offer(
            () -> guard.tell(listener, to -> to.notification(notification, method, params)))) {
      log.warn("the connection listener is too slow: dropped {}", method);
    }
  }

  @Override
  public void request(RpcRequest request) {
    String threadId = threadOf(request.params());
    ThreadInbox inbox = inboxes.getOrDefault(threadId, adopted.get(threadId));
    if (inbox != null) {
      inbox.request(request);
      return;
    }
    Optional<RpcError> refusal =
        threadId.isEmpty() && connectionCalls != null
            ? connectionCalls.apply(request)
            : Optional.of(RpcError.methodNotFound(request.method()));
    refusal.ifPresent(
        error -> {
          log.info("refused {}: it belongs to no thread that is open here", request.method());
          refuse.accept(request.id(), error);
        });
  }

  /** The forms before the v2 protocol call a thread a conversation. */
  public static String threadOf(JsonNode params) {
    JsonNode thread = params.path("threadId");
    return (thread.isTextual() ? thread : params.path("conversationId")).asText("");
  }

  /** The connection is lost, and may come back. */
  void disconnected(ConnectionLostException reason) {
    ofAll(ThreadInbox::disconnected);
    tell(to -> to.disconnected(reason));
  }

  /** The connection has come back. */
  void reconnected() {
    ofAll(ThreadInbox::reconnected);
    tell(ConnectionEvents::reconnected);
  }

  private void tell(Guard.Event<ConnectionEvents> event) {
    if (listener != null) {
      listenerQueue.post(() -> guard.tell(listener, event));
    }
  }

  private void ofAll(Consumer<ThreadInbox> told) {
    new HashSet<>(inboxes.values()).forEach(told);
  }

  @Override
  public void closed(ConnectionLostException reason) {
    lost = reason;
    inboxes.values().forEach(inbox -> inbox.lost(reason));
    tell(to -> to.lost(reason));
  }
}

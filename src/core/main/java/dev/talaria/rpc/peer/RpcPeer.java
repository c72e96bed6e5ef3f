package dev.talaria.rpc.peer;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.base.DaemonThreads;
import dev.talaria.base.Guard;
import dev.talaria.base.TalariaException;
import dev.talaria.rpc.ConnectionLostException;
import dev.talaria.rpc.RequestTimeoutException;
import dev.talaria.rpc.RpcException;
import dev.talaria.rpc.transport.ReceivedMessage;
import dev.talaria.rpc.transport.Transport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One end of a JSON-RPC connection over a {@link Transport}: one JSON object per message, UTF-8, no
 * {@code jsonrpc} member.
 *
 * <p>Safe for use by many threads; no method blocks on the other side. One thread reads: it
 * completes requests and hands everything else to {@link RpcInbound} in the order of arrival, and
 * never runs host code: what depends on a returned future runs on {@link RpcPeerOptions#callbacks}.
 * One thread writes, a message at a time. Loss of the transport fails all open requests at once.
 */
public final class RpcPeer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(RpcPeer.class);

  private static final RpcError UNREADABLE =
      new RpcError(RpcError.INTERNAL_ERROR, "the request could not be read");

  private final Guard messages = Guard.of("the reading of a message");
  private final Transport transport;
  private final RpcPeerOptions options;
  private final RpcInbound inbound;
  private final UnaryOperator<ConnectionLostException> diagnosis;
  private final ObjectMapper mapper;
  private final Outbound outbound;
  private final MessageWriter writer;
  private final BadLines badLines = new BadLines();
  private final Map<Long, SentRequest<?>> pending = new ConcurrentHashMap<>();
  private final AtomicLong nextId = new AtomicLong(1);
  private final Object lossLock = new Object();
  private volatile ConnectionLostException lost;

  private RpcPeer(
      Transport transport,
      RpcPeerOptions options,
      RpcInbound inbound,
      UnaryOperator<ConnectionLostException> diagnosis) {
    this.transport = transport;
    this.options = options;
    this.inbound = inbound;
    this.diagnosis = diagnosis;
    this.mapper = options.mapper();
    this.outbound = new Outbound(mapper);
    this.writer =
        new MessageWriter(transport, options.outgoingCapacity(), options.tap(), this::lose);
  }

  /**
   * Starts reading and writing.
   *
   * @param diagnosis turns the bare reason of a loss into one that says more, such as the exit code
   *     of the process behind the transport; runs on the thread that noticed, and should return
   *     within a second
   */
  public static RpcPeer start(
      Transport transport,
      RpcPeerOptions options,
      RpcInbound inbound,
      UnaryOperator<ConnectionLostException> diagnosis) {
    RpcPeer peer = new RpcPeer(transport, options, inbound, diagnosis);
    transport.start(peer.writer::wake);
    peer.writer.start();
    DaemonThreads.named("talaria-rpc-reader").newThread(peer::readAll).start();
    return peer;
  }

  /**
   * Calls a method of the other side.
   *
   * @param params becomes the {@code params} object; {@code null} means an empty one
   * @param type what the result is read as; {@link JsonNode} for the bare tree
   * @param timeout after this the future fails with {@link RequestTimeoutException}; it holds over
   *     all tries, where {@link RpcPeerOptions#retry} has more than one
   * @return completes with the result, or with {@link RpcException}, {@link
   *     RequestTimeoutException}, {@link ConnectionLostException}, or {@link TalariaException} for
   *     a message that is larger than the transport takes, which is not sent; cancelling it forgets
   *     the request but does not take it back
   * @throws IllegalArgumentException if {@code params} cannot be written as JSON in UTF-8
   */
  public <T> CompletableFuture<T> request(
      String method, Object params, Class<T> type, Duration timeout) {
    return request(method, params, type, timeout, result -> {});
  }

  /**
   * As {@link #request(String, Object, Class, Duration)}, with bookkeeping that must be done before
   * the next message is looked at.
   *
   * @param onArrival runs on the reader thread when the result arrives; must neither block nor call
   *     host code
   */
  public <T> CompletableFuture<T> request(
      String method,
      Object params,
      Class<T> type,
      Duration timeout,
      Consumer<? super T> onArrival) {
    long id = nextId.getAndIncrement();
    ObjectNode message = outbound.request(method, params, id);
    options.trace().get().ifPresent(trace -> outbound.trace(message, trace));
    byte[] bytes = encode(message);
    SentRequest<T> request = new SentRequest<>(id, message, type, onArrival, options.callbacks());
    request.startClock(options.timer(), timeout, () -> pending.remove(request.id()));
    if (bytes.length > transport.largestMessage()) {
      request.fail(new TalariaException(tooLarge(method, bytes)));
    } else {
      send(request, bytes, message);
    }
    return request.future();
  }

  private void send(SentRequest<?> request, byte[] bytes, ObjectNode message) {
    pending.put(request.id(), request);
    ConnectionLostException reason = lost;
    if (reason != null) {
      request.fail(reason);
    } else {
      writer.enqueue(bytes, message);
    }
  }

  /** Sends a refused request again after the delay; on the reader thread. */
  private void scheduleRetry(SentRequest<?> request, Duration delay) {
    log.debug("request {} was refused for now; again in {}", request.id(), delay);
    options.timer().schedule(() -> sendAgain(request), delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void sendAgain(SentRequest<?> request) {
    if (!request.isOver()) {
      pending.remove(request.id());
      ObjectNode message = request.again(nextId.getAndIncrement());
      send(request, encode(message), message);
      if (request.isOver()) {
        pending.remove(request.id());
      }
    }
  }

  /** Whether the connection is gone: every request from now on fails. */
  public boolean isLost() {
    return lost != null;
  }

  /**
   * Sends a notification; it is lost silently if the connection is.
   *
   * @throws TalariaException if it is larger than the transport takes
   */
  public void notify(String method, Object params) {
    ObjectNode message = outbound.notification(method, params);
    byte[] bytes = encode(message);
    if (bytes.length > transport.largestMessage()) {
      throw new TalariaException(tooLarge(method, bytes));
    }
    writer.enqueue(bytes, message);
  }

  /**
   * Answers a request of the other side; the answer is lost silently if the connection is. One that
   * is larger than the transport takes becomes an error, so that the other side does not wait.
   */
  public void respond(JsonNode id, Object result) {
    ObjectNode reply = mapper.createObjectNode();
    reply.set("id", id);
    reply.set("result", mapper.valueToTree(result));
    byte[] bytes = encode(reply);
    if (bytes.length > transport.largestMessage()) {
      String reason = tooLarge("the answer", bytes);
      log.warn("{}", reason);
      respondError(id, new RpcError(RpcError.INTERNAL_ERROR, reason));
    } else {
      writer.enqueue(bytes, reply);
    }
  }

  /** Answers a request of the other side with an error. */
  public void respondError(JsonNode id, RpcError error) {
    ObjectNode reply = mapper.createObjectNode();
    reply.set("id", id);
    reply.putObject("error").put("code", error.code()).put("message", error.message());
    writer.enqueue(encode(reply), reply);
  }

  /** How many of what arrived so far were not messages. */
  public long badLineCount() {
    return badLines.count();
  }

  /** The beginnings of the last ones that were not messages, redacted, oldest first. */
  public List<String> lastBadLines() {
    return badLines.last();
  }

  /**
   * Ends the connection from this side: what is queued is written, the output is closed, open
   * requests fail. The reader ends when the other side closes its output. Does not block.
   */
  @Override
  public void close() {
    close("the connection was closed by this side");
  }

  /** As {@link #close()}, with a reason for the requests that wait. */
  public void close(String reason) {
    if (lost == null) {
      failAll(new ConnectionLostException(reason));
    }
    writer.finish();
  }

  private String tooLarge(String what, byte[] bytes) {
    return "%s was not sent: it has %d bytes, and %s takes at most %d in a message"
        .formatted(what, bytes.length, transport.name(), transport.largestMessage());
  }

  private byte[] encode(ObjectNode message) {
    try {
      // By way of a strict encoder: Jackson writes half a surrogate pair as something else.
      ByteBuffer bytes =
          StandardCharsets.UTF_8
              .newEncoder()
              .encode(CharBuffer.wrap(mapper.writeValueAsString(message)));
      return Arrays.copyOf(bytes.array(), bytes.limit());
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(
          "the message holds a text with half a surrogate pair, which UTF-8 cannot express", e);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the message cannot be written as JSON", e);
    }
  }

  private void readAll() {
    ConnectionLostException reason;
    try {
      for (ReceivedMessage next = transport.receive(); next != null; next = transport.receive()) {
        accept(next);
      }
      reason = new ConnectionLostException("the other side closed the connection");
    } catch (ConnectionLostException e) {
      reason = e;
    } catch (IOException e) {
      reason = new ConnectionLostException("reading from the other side failed", e);
    } catch (Throwable e) {
      log.error("the reader failed; the connection is given up", e);
      reason = new ConnectionLostException("the reader failed: " + Guard.words(e), e);
    }
    lose(reason);
    writer.finish();
    inbound.closed(lost);
  }

  private void accept(ReceivedMessage message) throws IOException {
    if (message.isCut()) {
      log.warn("skipped a message of more than {} bytes", message.length());
      badLines.add(message);
    } else if (!messages.call(
        () -> inbound.message(message.buffer(), message.start(), message.length()),
        failure -> false)) {
      try (JsonParser parser =
          mapper.createParser(message.buffer(), message.start(), message.length())) {
        deliverAll(parser, message);
      } catch (JsonProcessingException e) {
        acceptWithReplacement(message);
      }
    }
  }

  /** A second try for a message that holds bytes that are not UTF-8: they become U+FFFD. */
  private void acceptWithReplacement(ReceivedMessage message) throws IOException {
    String text =
        new String(message.buffer(), message.start(), message.length(), StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') >= 0) {
      try (JsonParser parser = mapper.createParser(text)) {
        deliverAll(parser, message);
        return;
      } catch (JsonProcessingException e) {
        log.trace("not JSON after replacement either", e);
      }
    }
    badLines.add(message);
  }

  private void deliverAll(JsonParser parser, ReceivedMessage message) throws IOException {
    for (JsonNode node = read(parser); node != null; node = read(parser)) {
      if (!delivered(node)) {
        badLines.add(message);
      }
    }
  }

  private JsonNode read(JsonParser parser) throws IOException {
    try {
      return mapper.readTree(parser);
    } catch (ArithmeticException | NumberFormatException e) {
      // Jackson lets these out for a number beyond all bounds.
      throw new JsonParseException(parser, "a number is out of range", e);
    }
  }

  /** A message that a handler fails on costs that message, not the connection. */
  private boolean delivered(JsonNode message) {
    return messages.call(
        () -> deliver(message),
        failure -> {
          if (message.has("method") && message.hasNonNull("id")) {
            respondError(message.get("id"), UNREADABLE);
          }
          return false;
        });
  }

  private boolean deliver(JsonNode message) {
    options.tap().received(message);
    JsonNode id = message.path("id");
    JsonNode method = message.path("method");
    boolean hasId = !id.isMissingNode() && !id.isNull();
    if (method.isTextual()) {
      JsonNode params = message.path("params");
      if (params.isNull()) {
        params = MissingNode.getInstance();
      }
      if (hasId) {
        inbound.request(new RpcRequest(id, method.textValue(), params));
      } else {
        inbound.notification(method.textValue(), params);
      }
      return true;
    }
    if (hasId && (message.has("result") || message.has("error"))) {
      SentRequest<?> request = id.canConvertToLong() ? pending.get(id.asLong()) : null;
      if (request == null) {
        log.debug("ignored a reply to request {}, which is not pending", id);
      } else {
        request
            .nextTry(message, options.retry())
            .ifPresentOrElse(
                delay -> scheduleRetry(request, delay), () -> request.arrived(message, outbound));
      }
      return true;
    }
    return false;
  }

  /** The other side is gone: finds out why, once, and fails every request that waits. */
  private void lose(ConnectionLostException bare) {
    synchronized (lossLock) {
      if (lost == null) {
        failAll(
            Guard.of("the diagnosis of a lost connection")
                .call(() -> diagnosis.apply(bare), failure -> bare));
      }
    }
  }

  private void failAll(ConnectionLostException reason) {
    lost = reason;
    pending.values().forEach(request -> request.fail(reason));
  }
}

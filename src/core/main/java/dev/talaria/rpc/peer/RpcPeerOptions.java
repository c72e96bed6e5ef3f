package dev.talaria.rpc.peer;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.talaria.rpc.TraceContext;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/**
 * What a peer needs besides its transport. Immutable.
 *
 * @param mapper reads and writes the messages
 * @param callbacks runs what depends on a request's future, so that the reader thread does not
 * @param timer ends requests whose time is over; its task is short and hands over to {@code
 *     callbacks}
 * @param outgoingCapacity how many messages may wait to be written before the other side counts as
 *     stuck and the connection is given up
 * @param tap sees every message
 * @param retry which refused requests are sent again, and when
 * @param trace the trace context of the thread that sends a request; must not throw
 */
public record RpcPeerOptions(
    ObjectMapper mapper,
    Executor callbacks,
    ScheduledExecutorService timer,
    int outgoingCapacity,
    RpcTap tap,
    RetryPolicy retry,
    Supplier<Optional<TraceContext>> trace) {

  /** Far above what a host has open at a time. */
  public static final int DEFAULT_OUTGOING_CAPACITY = 4096;

  /** Without traces. */
  public RpcPeerOptions(
      ObjectMapper mapper,
      Executor callbacks,
      ScheduledExecutorService timer,
      int outgoingCapacity,
      RpcTap tap,
      RetryPolicy retry) {
    this(mapper, callbacks, timer, outgoingCapacity, tap, retry, Optional::empty);
  }

  public RpcPeerOptions {
    Objects.requireNonNull(mapper, "mapper");
    Objects.requireNonNull(callbacks, "callbacks");
    Objects.requireNonNull(timer, "timer");
    Objects.requireNonNull(tap, "tap");
    Objects.requireNonNull(retry, "retry");
    Objects.requireNonNull(trace, "trace");
    if (outgoingCapacity < 1) {
      throw new IllegalArgumentException("outgoingCapacity must be positive");
    }
  }
}

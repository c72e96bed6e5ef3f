package dev.talaria.rpc;

import java.util.Objects;

/**
 * The W3C trace context that a request carries, so that what Codex does for it belongs to the
 * caller's trace. Immutable.
 *
 * <p>Source: {@code JSONRPCRequest.trace} in the schema of 0.125.0 to 0.169.0.
 *
 * @param traceparent {@code 00-TRACE_ID-SPAN_ID-FLAGS}
 * @param tracestate empty for none
 */
public record TraceContext(String traceparent, String tracestate) {

  /**
   * Checks for null.
   *
   * @param traceparent not null
   * @param tracestate not null
   */
  public TraceContext {
    Objects.requireNonNull(traceparent, "traceparent");
    Objects.requireNonNull(tracestate, "tracestate");
  }
}

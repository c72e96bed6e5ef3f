package dev.talaria.telemetry;

import dev.talaria.approval.ApprovalOutcome;
import dev.talaria.protocol.AccountLimits;
import dev.talaria.protocol.TokenUsage.Counts;
import dev.talaria.rpc.TraceContext;
import dev.talaria.session.CodexSession;
import dev.talaria.session.listener.ConnectionEvent;
import dev.talaria.session.listener.ContextScope;
import dev.talaria.session.listener.ModelCallObserver;
import dev.talaria.session.listener.ObservedTurn;
import dev.talaria.session.listener.TalariaObserver;
import dev.talaria.session.listener.TurnObserver;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Makes spans and measurements of what is reported about Codex. Safe for use by many threads. */
abstract class Telemetry implements TalariaObserver, AutoCloseable {

  static final String PROVIDER = "openai";

  private final TelemetrySink sink;
  private final TelemetryOptions options;
  private final ThreadTotals totals = new ThreadTotals();
  private final Set<CodexSession> sessions = ConcurrentHashMap.newKeySet();
  private final AtomicLong turns = new AtomicLong();
  private final Map<Boolean, AtomicLong> connections =
      Map.of(true, new AtomicLong(), false, new AtomicLong());
  private volatile AccountLimits limits = AccountLimits.UNKNOWN;

  /** The model call that this thread works on. */
  private final ThreadLocal<CallTelemetry> call = new ThreadLocal<>();

  Telemetry(TelemetrySink sink, TelemetryOptions options) {
    this.sink = sink;
    this.options = options;
    Attributes none = new Attributes();
    sink.gauge(Metric.TURNS_OPEN, none, turns::doubleValue);
    sink.gauge(Metric.SESSIONS_OPEN, none, sessions::size);
    sink.gauge(Metric.PENDING_EVENTS, none, this::pendingEvents);
    connections.forEach(
        (attached, open) ->
            sink.gauge(Metric.CONNECTIONS_OPEN, connection(attached), open::doubleValue));
    for (String window : new String[] {"primary", "secondary"}) {
      Attributes ofWindow = Attributes.of(Attribute.LIMIT_WINDOW, window);
      sink.gauge(Metric.RATE_LIMIT_USED, ofWindow, () -> used(window));
    }
  }

  TelemetrySink sink() {
    return sink;
  }

  TelemetryOptions options() {
    return options;
  }

  ThreadTotals totals() {
    return totals;
  }

  // --- what is told

  @Override
  public void onConnection(ConnectionEvent event) {
    AtomicLong open = connections.get(event.attached());
    switch (event.kind()) {
      case OPENED -> open.incrementAndGet();
      case REPLACED -> {
        open.incrementAndGet();
        sink.record(Metric.RESTARTS, 1, connection(event.attached()));
      }
      case RECONNECTED -> sink.record(Metric.RECONNECTS, 1, connection(event.attached()));
      case CLOSED -> open.decrementAndGet();
      case DISCONNECTED, LOST -> {
        // It is still to come back, or to be closed.
      }
    }
  }

  @Override
  public void onAccountLimits(AccountLimits latest) {
    limits = latest;
  }

  @Override
  public void onSessionOpened(CodexSession session) {
    sessions.add(session);
  }

  @Override
  public void onSessionClosed(CodexSession session) {
    sessions.remove(session);
  }

  @Override
  public TurnObserver onTurn(ObservedTurn turn) {
    return TurnTelemetry.begin(this, turn, call.get());
  }

  @Override
  public ModelCallObserver onModelCall(String operation, String model) {
    return new CallTelemetry(this, operation, model);
  }

  /**
   * With Micrometer, too, where its tracer is OpenTelemetry's. Of the flags Codex gets "sampled"
   * alone: 0.169.0 skips a context that also says that its trace id is random.
   */
  @Override
  public Optional<TraceContext> traceContext() {
    SpanContext span = Span.current().getSpanContext();
    if (!span.isValid()) {
      return Optional.empty();
    }
    Map<String, String> carrier = new HashMap<>();
    W3CTraceContextPropagator.getInstance().inject(Context.current(), carrier, Map::put);
    String parent =
        "00-" + span.getTraceId() + "-" + span.getSpanId() + (span.isSampled() ? "-01" : "-00");
    return Optional.of(new TraceContext(parent, carrier.getOrDefault("tracestate", "")));
  }

  /** Removes the gauges; what already is a span or a measurement stays. */
  @Override
  public void close() {
    sink.close();
  }

  // --- for the spans

  void turnBegan() {
    turns.incrementAndGet();
  }

  void turnEnded() {
    turns.decrementAndGet();
  }

  /** The turns that this thread begins belong to the call, until the scope is closed. */
  ContextScope within(CallTelemetry entered, ContextScope scope) {
    CallTelemetry before = call.get();
    call.set(entered);
    return () -> {
      if (before == null) {
        call.remove();
      } else {
        call.set(before);
      }
      scope.close();
    };
  }

  /** A turn or a model call has ended; tokens are counted for turns only, so that each is once. */
  void ended(Attributes operation, long startNanos, Counts used, String errorType) {
    if (used != null) {
      count(operation, "input", used.inputTokens());
      count(operation, "output", used.outputTokens());
      countDetail(operation, "cached_input", used.cachedInputTokens());
      countDetail(operation, "reasoning_output", used.reasoningOutputTokens());
    }
    sink.record(
        Metric.OPERATION_DURATION,
        secondsSince(startNanos),
        new Attributes().putAll(operation).put(Attribute.ERROR_TYPE, errorType));
  }

  private void count(Attributes operation, String type, long tokens) {
    Attributes of = new Attributes().putAll(operation).put(Attribute.TOKEN_TYPE, type);
    sink.record(Metric.TOKEN_USAGE, tokens, of);
  }

  private void countDetail(Attributes operation, String detail, long tokens) {
    Attributes of = Attributes.of(Attribute.TOKEN_DETAIL, detail);
    Object model = operation.get(Attribute.REQUEST_MODEL);
    sink.record(
        Metric.TOKEN_DETAILS,
        tokens,
        model == null ? of : of.put(Attribute.REQUEST_MODEL, (String) model));
  }

  void ended(ApprovalOutcome outcome) {
    Attributes ended = attributes(outcome);
    sink.record(Metric.APPROVALS, 1, ended);
    sink.record(
        Metric.APPROVAL_WAIT,
        outcome.took().toNanos() / 1e9,
        Attributes.of(Attribute.APPROVAL_KIND, (String) ended.get(Attribute.APPROVAL_KIND))
            .put(Attribute.APPROVAL_DECIDER, (String) ended.get(Attribute.APPROVAL_DECIDER)));
  }

  static Attributes attributes(ApprovalOutcome outcome) {
    return Attributes.of(Attribute.APPROVAL_KIND, outcome.request().kind().key())
        .put(
            Attribute.APPROVAL_DECISION,
            outcome.applied().map(Telemetry::lower).orElse("withdrawn"))
        .put(Attribute.APPROVAL_DECIDER, lower(outcome.decider()));
  }

  static Attributes attributes(Counts used) {
    return new Attributes()
        .put(Attribute.INPUT_TOKENS, used.inputTokens())
        .put(Attribute.CACHED_TOKENS, used.cachedInputTokens())
        .put(Attribute.OUTPUT_TOKENS, used.outputTokens())
        .put(Attribute.REASONING_TOKENS, used.reasoningOutputTokens());
  }

  static double secondsSince(long startNanos) {
    return (System.nanoTime() - startNanos) / 1e9;
  }

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  // --- gauges

  private static Attributes connection(boolean attached) {
    return Attributes.of(Attribute.CONNECTION_TYPE, attached ? "attached" : "child");
  }

  private double pendingEvents() {
    return sessions.stream().mapToInt(CodexSession::pendingEvents).sum();
  }

  private double used(String window) {
    return limits.windows().stream()
        .filter(one -> one.name().equals(window) && !one.isOver(Instant.now()))
        .mapToDouble(one -> one.usedPercent() / 100)
        .findFirst()
        .orElse(Double.NaN);
  }
}

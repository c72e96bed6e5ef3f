package dev.talaria.telemetry;

import dev.talaria.protocol.TokenUsage.Counts;
import dev.talaria.session.listener.ContextScope;
import dev.talaria.session.listener.ModelCallObserver;
import java.time.Duration;

/** The span of a model call, which has the tokens of its turns. Safe for use by many threads. */
final class CallTelemetry implements ModelCallObserver {

  private final Telemetry owner;
  private final Attributes measured;
  private final OpenSpan span;
  private final long startNanos = System.nanoTime();
  private int attempts;
  private Duration waited = Duration.ZERO;
  private long input;
  private long cached;
  private long output;
  private long reasoning;
  private boolean hasUsage;

  CallTelemetry(Telemetry owner, String operation, String model) {
    this.owner = owner;
    measured =
        Attributes.of(Attribute.OPERATION, "chat")
            .put(Attribute.PROVIDER, Telemetry.PROVIDER)
            .put(Attribute.REQUEST_MODEL, model);
    span =
        owner
            .sink()
            .start(
                SpanType.MODEL_CALL,
                model.isEmpty() ? "chat" : "chat " + model,
                null,
                new Attributes().putAll(measured).put(Attribute.CALL_OPERATION, operation));
  }

  OpenSpan span() {
    return span;
  }

  @Override
  public ContextScope enter() {
    return owner.within(this, span.enter());
  }

  @Override
  public synchronized void onAttempt(int number, Duration waitedBefore) {
    attempts = number;
    waited = waited.plus(waitedBefore);
  }

  /** One of its turns has ended. */
  synchronized void used(Counts counts) {
    hasUsage = true;
    input += counts.inputTokens();
    cached += counts.cachedInputTokens();
    output += counts.outputTokens();
    reasoning += counts.reasoningOutputTokens();
  }

  @Override
  public synchronized void onEnded(String failure) {
    Attributes more =
        Attributes.of(Attribute.ERROR_TYPE, failure)
            .put(Attribute.CALL_ATTEMPTS, attempts)
            .putSeconds(Attribute.CALL_WAIT, waited.toNanos() / 1e9);
    if (hasUsage) {
      more.putAll(
          Telemetry.attributes(new Counts(input + output, input, cached, output, reasoning)));
    }
    span.set(more);
    span.end();
    owner.ended(measured, startNanos, null, failure);
  }
}

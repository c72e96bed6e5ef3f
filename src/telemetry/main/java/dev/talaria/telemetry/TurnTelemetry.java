package dev.talaria.telemetry;

import dev.talaria.approval.ApprovalOutcome;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.protocol.Item;
import dev.talaria.protocol.TokenUsage;
import dev.talaria.session.SubAgent;
import dev.talaria.session.Turn;
import dev.talaria.session.listener.ContextScope;
import dev.talaria.session.listener.ObservedTurn;
import dev.talaria.session.listener.TurnObserver;
import dev.talaria.session.result.TurnOrigin;
import dev.talaria.session.result.TurnResult;

/**
 * The span of a turn; or of the turns of a sub-agent, one after the other.
 *
 * <p>As a listener it is called by one thread at a time; {@link #enter} by many.
 */
final class TurnTelemetry implements TurnObserver {

  private final Telemetry owner;
  private final ObservedTurn observed;

  /** What the turn belongs to; {@code null} for what was current when it began. */
  private final OpenSpan parent;

  private final CallTelemetry call;
  private final Attributes agent;
  private volatile RunningTurn running;

  private TurnTelemetry(
      Telemetry owner,
      ObservedTurn observed,
      OpenSpan parent,
      CallTelemetry call,
      Attributes agent) {
    this.owner = owner;
    this.observed = observed;
    this.parent = parent;
    this.call = call;
    this.agent = agent;
  }

  /** A turn that begins now, in a model call or, with {@code null}, in none. */
  static TurnTelemetry begin(Telemetry owner, ObservedTurn observed, CallTelemetry call) {
    Attributes agent = Attributes.of(Attribute.AGENT, owner.options().agentName());
    OpenSpan parent = call == null ? null : call.span();
    TurnTelemetry turn = new TurnTelemetry(owner, observed, parent, call, agent);
    turn.begin();
    return turn;
  }

  private void begin() {
    running = new RunningTurn(owner, observed, parent, call, agent);
  }

  @Override
  public ContextScope enter(String itemId) {
    RunningTurn turn = running;
    return turn == null ? ContextScope.NONE : turn.enter(itemId);
  }

  @Override
  public void onStarted(String turnId) {
    if (observed.origin() == TurnOrigin.AGENT) {
      begin();
    }
    running.span.set(Attributes.of(Attribute.TURN_ID, turnId));
  }

  @Override
  public void onItemStarted(Item item) {
    if (isRunning()) {
      running.itemStarted(item);
    }
  }

  @Override
  public void onItemCompleted(Item item) {
    if (isRunning()) {
      running.itemEnded(item);
    }
  }

  @Override
  public void onItemLeftOpen(Item item) {
    if (isRunning()) {
      running.itemLeftOpen(item);
    }
  }

  @Override
  public void onModelRerouted(String model) {
    if (isRunning()) {
      running.rerouted(model);
    }
  }

  @Override
  public void onUsage(TokenUsage usage) {
    if (isRunning()) {
      running.used(usage);
    }
  }

  @Override
  public void onApprovalRequested(ApprovalRequest request) {
    if (isRunning()) {
      running.approvalRequested(request);
    }
  }

  @Override
  public void onApprovalEnded(ApprovalOutcome outcome) {
    if (isRunning()) {
      running.approvalEnded(outcome);
    }
    owner.ended(outcome);
  }

  @Override
  public TurnObserver onSubAgent(SubAgent subAgent) {
    Attributes its =
        Attributes.of(
                Attribute.AGENT,
                subAgent.name().isEmpty() ? owner.options().agentName() : subAgent.name())
            .put(Attribute.AGENT_ROLE, subAgent.role());
    ObservedTurn turns = new ObservedTurn(subAgent.threadId(), "", TurnOrigin.AGENT);
    return new TurnTelemetry(owner, turns, running == null ? parent : running.span, null, its);
  }

  @Override
  public void onJoined(Turn other) {
    if (isRunning()) {
      running.joined(other);
    }
  }

  @Override
  public void onCompleted(TurnResult result) {
    if (isRunning()) {
      running.end(result);
    }
  }

  private boolean isRunning() {
    return running != null && !running.isOver();
  }
}

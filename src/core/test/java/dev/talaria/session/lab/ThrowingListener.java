package dev.talaria.session.lab;

import dev.talaria.approval.ApprovalOutcome;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.base.Thrown;
import dev.talaria.protocol.Item;
import dev.talaria.protocol.PlanStep;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.protocol.TokenUsage;
import dev.talaria.session.SubAgent;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.ResumeReport;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnState;
import dev.talaria.transcript.Message;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/** A listener each of whose methods throws, and remembers that it was called. */
public final class ThrowingListener implements TurnListener {

  public final Set<String> called = new ConcurrentSkipListSet<>();
  private final Throwable any;

  public ThrowingListener(Throwable any) {
    this.any = any;
  }

  /** The methods that a listener has. */
  public static Set<String> all() {
    Set<String> all = new TreeSet<>();
    for (var method : TurnListener.class.getMethods()) {
      all.add(method.getName());
    }
    return all;
  }

  private void fail(String method) {
    called.add(method);
    Thrown.sneakily(any);
  }

  @Override
  public void onResumed(ResumeReport report) {
    fail("onResumed");
  }

  @Override
  public void onStarted(String turnId) {
    fail("onStarted");
  }

  @Override
  public void onStateChanged(TurnState from, TurnState to, String reason) {
    fail("onStateChanged");
  }

  @Override
  public void onItemStarted(Item item) {
    fail("onItemStarted");
  }

  @Override
  public void onItemCompleted(Item item) {
    fail("onItemCompleted");
  }

  @Override
  public void onItemLeftOpen(Item item) {
    fail("onItemLeftOpen");
  }

  @Override
  public void onPlan(List<PlanStep> plan) {
    fail("onPlan");
  }

  @Override
  public TurnListener onSubAgent(SubAgent agent) {
    fail("onSubAgent");
    return null;
  }

  @Override
  public void onDiff(String diff) {
    fail("onDiff");
  }

  @Override
  public void onMessage(Message message) {
    fail("onMessage");
  }

  @Override
  public void onTextDelta(String itemId, String delta) {
    fail("onTextDelta");
  }

  @Override
  public void onReasoningDelta(String itemId, String delta) {
    fail("onReasoningDelta");
  }

  @Override
  public void onCommandOutput(String itemId, String delta) {
    fail("onCommandOutput");
  }

  @Override
  public void onUsage(TokenUsage usage) {
    fail("onUsage");
  }

  @Override
  public void onModelRerouted(String model) {
    fail("onModelRerouted");
  }

  @Override
  public void onError(TurnError error, boolean willRetry) {
    fail("onError");
  }

  @Override
  public void onApprovalRequested(ApprovalRequest request) {
    fail("onApprovalRequested");
  }

  @Override
  public void onApprovalEnded(ApprovalOutcome outcome) {
    fail("onApprovalEnded");
  }

  @Override
  public void onNotification(ServerNotification notification) {
    fail("onNotification");
  }

  @Override
  public void onCompleted(TurnResult result) {
    fail("onCompleted");
  }
}

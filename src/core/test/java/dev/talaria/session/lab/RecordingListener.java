package dev.talaria.session.lab;

import dev.talaria.approval.ApprovalOutcome;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.protocol.Item;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnState;
import dev.talaria.transcript.Message;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down what it hears, a word for each event. */
public final class RecordingListener implements TurnListener {

  public final List<String> events = new CopyOnWriteArrayList<>();
  public final List<ApprovalOutcome> outcomes = new CopyOnWriteArrayList<>();
  public final List<String> states = new CopyOnWriteArrayList<>();
  public final List<String> reasons = new CopyOnWriteArrayList<>();
  public final List<String> leftOpen = new CopyOnWriteArrayList<>();
  public final StringBuffer text = new StringBuffer();
  public volatile int deltas;

  @Override
  public void onStateChanged(TurnState from, TurnState to, String reason) {
    states.add(to.name());
    reasons.add(reason);
  }

  @Override
  public void onItemLeftOpen(Item item) {
    leftOpen.add(item.id());
  }

  @Override
  public void onStarted(String turnId) {
    events.add("started");
  }

  @Override
  public void onItemStarted(Item item) {
    events.add("+" + item.type());
  }

  @Override
  public void onItemCompleted(Item item) {
    events.add("-" + item.type());
  }

  @Override
  public void onMessage(Message message) {
    events.add("message");
  }

  @Override
  public void onTextDelta(String itemId, String delta) {
    text.append(delta);
    deltas++;
  }

  @Override
  public void onApprovalRequested(ApprovalRequest request) {
    events.add("asked");
  }

  @Override
  public void onApprovalEnded(ApprovalOutcome outcome) {
    outcomes.add(outcome);
    events.add(outcome.applied().map(Enum::name).orElse("withdrawn"));
  }

  @Override
  public void onError(TurnError error, boolean willRetry) {
    events.add(willRetry ? "retry" : "error");
  }

  @Override
  public void onCompleted(TurnResult result) {
    events.add("completed");
  }
}

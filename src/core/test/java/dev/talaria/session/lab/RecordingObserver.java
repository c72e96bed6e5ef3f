package dev.talaria.session.lab;

import dev.talaria.session.Turn;
import dev.talaria.session.listener.ConnectionEvent;
import dev.talaria.session.listener.ObservedTurn;
import dev.talaria.session.listener.TalariaObserver;
import dev.talaria.session.listener.TurnObserver;
import dev.talaria.session.result.TurnResult;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what it is told of connections, and how turns begin and end. */
public final class RecordingObserver implements TalariaObserver {

  public final List<String> told = new CopyOnWriteArrayList<>();

  @Override
  public void onConnection(ConnectionEvent event) {
    told.add(event.kind() + (event.attached() ? " attached" : ""));
  }

  @Override
  public TurnObserver onTurn(ObservedTurn turn) {
    told.add("turn " + turn.origin());
    return new TurnObserver() {
      @Override
      public void onJoined(Turn other) {
        told.add("joined " + other.origin());
      }

      @Override
      public void onCompleted(TurnResult result) {
        told.add("end " + result.status());
      }
    };
  }
}

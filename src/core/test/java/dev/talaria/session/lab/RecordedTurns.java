package dev.talaria.session.lab;

import dev.talaria.protocol.ServerNotification;
import dev.talaria.session.Turn;
import dev.talaria.session.listener.SessionListener;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnOrigin;
import dev.talaria.session.result.TurnResult;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down what moves a thread besides the host. */
public final class RecordedTurns implements SessionListener {

  public final List<Turn> turns = new CopyOnWriteArrayList<>();
  public final List<TurnOrigin> origins = new CopyOnWriteArrayList<>();
  public final List<ServerNotification> events = new CopyOnWriteArrayList<>();
  public final RecordingListener heard = new RecordingListener();

  @Override
  public TurnListener onTurn(Turn turn) {
    turns.add(turn);
    origins.add(turn.origin());
    return heard;
  }

  @Override
  public void onEvent(ServerNotification event) {
    events.add(event);
  }

  /** The results, in the order of the turns; waits for them. */
  public List<TurnResult> results() {
    return turns.stream().map(Turn::await).toList();
  }

  /** The latest event of a kind; {@code null} before one has come. */
  public <E extends ServerNotification> E latest(Class<E> kind) {
    return events.stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .reduce((first, last) -> last)
        .orElse(null);
  }
}

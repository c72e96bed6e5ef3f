package dev.talaria.appserver;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.base.Guard;
import dev.talaria.codex.CodexOptions;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.rpc.peer.RpcTap;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * What sees the messages of a connection: its recording, and those who watch it for a while.
 *
 * <p>Safe for use by many threads.
 */
final class WatchedTap implements RpcTap {

  private final RpcTap recording;
  private final List<Recorder> watchers = new CopyOnWriteArrayList<>();

  /** Under the lock. */
  private boolean closed;

  WatchedTap(RpcTap recording) {
    this.recording = recording;
  }

  /** Whether nobody looks. */
  boolean isBlind() {
    return recording == RpcTap.NONE && watchers.isEmpty();
  }

  /** Gives each message to a watcher, until the returned action is run or the tap is closed. */
  synchronized Runnable watch(CodexOptions options, Consumer<JsonNode> watcher) {
    Recorder recorder = Recorder.start(options, new Watcher(watcher));
    if (closed) {
      recorder.close();
      return () -> {};
    }
    watchers.add(recorder);
    return () -> {
      if (watchers.remove(recorder)) {
        recorder.close();
      }
    };
  }

  @Override
  public void sending(JsonNode message) {
    recording.sending(message);
    watchers.forEach(one -> one.sending(message));
  }

  @Override
  public void received(JsonNode message) {
    recording.received(message);
    watchers.forEach(one -> one.received(message));
  }

  @Override
  public synchronized void close() {
    closed = true;
    recording.close();
    watchers.forEach(Recorder::close);
    watchers.clear();
  }

  private record Watcher(Consumer<JsonNode> lines) implements Recorder.Lines {

    private static final Guard GUARD = Guard.of("the watcher of messages");

    @Override
    public void add(JsonNode line) {
      GUARD.tell(lines, to -> to.accept(line));
    }

    @Override
    public void close() {
      add(WireJson.mapper().createObjectNode().put("end", true));
    }
  }
}

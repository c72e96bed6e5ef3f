package dev.talaria.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A display that remembers. */
final class RecordingDisplay implements HostDisplay {

  record Started(String id, String name, String preview, JsonNode args) {}

  record Completed(
      String id, String name, Optional<Duration> duration, boolean isError, String result) {}

  final List<Started> started = new CopyOnWriteArrayList<>();
  final List<Completed> completed = new CopyOnWriteArrayList<>();
  final List<String> events = new CopyOnWriteArrayList<>();

  @Override
  public void toolStarted(String id, String name, String preview, JsonNode args) {
    started.add(new Started(id, name, preview, args));
    events.add("start " + name + " " + preview);
  }

  @Override
  public void toolCompleted(
      String id, String name, Optional<Duration> duration, boolean isError, String result) {
    completed.add(new Completed(id, name, duration, isError, result));
    events.add("end " + name + (isError ? " failed" : ""));
  }

  @Override
  public void textDelta(String text) {
    events.add("text " + text);
  }

  @Override
  public void reasoningDelta(String text) {
    events.add("think " + text);
  }

  @Override
  public void interimMessage(String text, boolean streamed) {
    events.add("message " + text + (streamed ? " streamed" : ""));
  }

  @Override
  public void streamedTextCleared() {
    events.add("clear");
  }

  @Override
  public void notice(String text) {
    events.add("notice " + text);
  }
}

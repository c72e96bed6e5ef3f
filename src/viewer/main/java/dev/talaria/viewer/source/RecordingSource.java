package dev.talaria.viewer.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.protocol.wire.DeltaLine;
import dev.talaria.session.result.TurnOrigin;
import dev.talaria.viewer.model.SessionModel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads the messages of a connection, as a recording has them or without their wrapper.
 *
 * <p>Belongs to one thread. Deltas, which are most of the lines, do not become trees.
 */
public final class RecordingSource implements LineSource {

  private static final byte[] TIME = ascii("{\"t\":");
  private static final byte[] RECEIVED = ascii(",\"dir\":\"recv\",\"msg\":");

  private record Request(String method, JsonNode params) {}

  private final SessionModel model;
  private final DeltaLine delta = new DeltaLine();
  private final Map<String, Request> requests = new HashMap<>();
  private final Map<String, TurnOrigin> expected = new HashMap<>();

  /** With what the ids of requests begin in the model. */
  private final String connection;

  /** What the clock of Codex showed when the recording began; 0 until that is known. */
  private long epoch;

  RecordingSource(SessionModel model) {
    this(model, "", 0);
  }

  /**
   * A connection among others of the same model.
   *
   * @param connection tells its requests from those of the others
   * @param epoch when its lines begin, in milliseconds; 0 for what they say themselves
   */
  public RecordingSource(SessionModel model, String connection, long epoch) {
    this.model = model;
    this.connection = connection;
    this.epoch = epoch;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public boolean quick(byte[] line, int start, int length) {
    int at = start + TIME.length;
    int end = start + length;
    if (!matches(TIME, line, start, end)) {
      return false;
    }
    while (at < end && (line[at] >= '0' && line[at] <= '9' || line[at] == '.')) {
      at++;
    }
    int message = at + RECEIVED.length;
    if (!matches(RECEIVED, line, at, end) || line[end - 1] != '}') {
      return false;
    }
    if (!delta.read(line, message, end - 1 - message)) {
      return false;
    }
    return delta
        .notification()
        .map(
            event -> {
              model.told(event);
              return true;
            })
        .orElse(false);
  }

  private static boolean matches(byte[] expected, byte[] line, int start, int end) {
    int to = start + expected.length;
    return to <= end && Arrays.equals(line, start, to, expected, 0, expected.length);
  }

  @Override
  public void line(JsonNode line) {
    JsonNode message = line.has("msg") ? line.path("msg") : line;
    if (line.has("end")) {
      model.disconnected(connection);
      return;
    }
    if (!message.isObject() || line.has("recording") || line.has("lacking")) {
      return;
    }
    clock(line, message);
    boolean sent = line.path("dir").asText().equals("send");
    boolean request = message.has("method");
    String id = message.has("id") ? message.path("id").toString() : "";
    JsonNode params = message.path("params");
    if (sent && request) {
      sent(id, message.path("method").asText(), params);
    } else if (sent) {
      model.answered(connection + id, message);
    } else if (request && id.isEmpty()) {
      told(ServerNotification.of(message.path("method").asText(), params));
    } else if (request) {
      model.asked(connection + id, message.path("method").asText(), params);
    } else {
      replied(requests.remove(id), message.path("result"));
    }
  }

  /** A recording's lines have their time; a plain message that of its writer. */
  private void clock(JsonNode line, JsonNode message) {
    JsonNode written = message.path("emittedAtMs");
    if (!line.has("t")) {
      if (written.isNumber()) {
        model.at(written.asLong());
      }
      return;
    }
    long since = Math.round(line.path("t").asDouble() * 1000);
    if (epoch == 0) {
      long created = message.path("result").path("thread").path("createdAt").asLong() * 1000;
      epoch = written.isNumber() ? written.asLong() - since : created > 0 ? created - since : 0;
    }
    model.at(epoch + since);
  }

  private void sent(String id, String method, JsonNode params) {
    switch (method) {
      case "initialize" -> {
        requests.clear();
        model.disconnected(connection);
      }
      case "thread/compact/start" ->
          expected.put(params.path("threadId").asText(), TurnOrigin.COMPACTION);
      case "turn/start", "review/start", "thread/start", "thread/resume", "thread/fork" ->
          requests.put(id, new Request(method, params));
      default -> {
        // What it changes is seen in what Codex tells.
      }
    }
  }

  private void replied(Request request, JsonNode result) {
    if (request == null) {
      return;
    }
    String threadId = request.params().path("threadId").asText();
    switch (request.method()) {
      case "turn/start" -> requested(threadId, result, TurnOrigin.HOST);
      case "review/start" ->
          requested(result.path("reviewThreadId").asText(threadId), result, TurnOrigin.REVIEW);
      default -> {
        model.described(result.path("thread"));
      }
    }
  }

  private void requested(String threadId, JsonNode result, TurnOrigin origin) {
    String turnId = result.path("turn").path("id").asText();
    if (!turnId.isEmpty()) {
      model.requested(threadId, turnId, origin);
    }
  }

  private void told(ServerNotification event) {
    if (event instanceof ServerNotification.TurnStarted started) {
      TurnOrigin origin = expected.remove(started.threadId());
      if (origin != null) {
        model.requested(started.threadId(), started.turnId(), origin);
      }
    }
    if (event instanceof ServerNotification.ServerRequestResolved resolved) {
      model.withdrawn(connection + resolved.requestId());
    } else {
      model.told(event);
    }
  }
}

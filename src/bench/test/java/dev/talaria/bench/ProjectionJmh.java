package dev.talaria.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.talaria.appserver.RecordedEvents;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.protocol.ServerNotification.ItemCompleted;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.transcript.ItemProjector;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What it costs to make messages of one recorded turn: a command that was asked for, run, and told
 * about.
 *
 * <p>Run by {@link JmhBench}; a state belongs to one thread.
 */
@State(Scope.Thread)
public class ProjectionJmh {

  private static final int TURNS = 200;
  private static final int MAX_LINE = 1024 * 1024;

  /** The user's, the call, its result, the answer. */
  private static final int MESSAGES = 4;

  private final ObjectMapper mapper = new ObjectMapper();
  private final RecordedEvents recorded =
      new RecordedEvents(Set.of("turn/started", "item/completed", "turn/completed"), MAX_LINE);
  private List<byte[]> turn;
  private byte[] many;

  @Setup
  public void read() throws IOException {
    turn = RecordedLines.of("command-accepted").turn();
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    for (int i = 0; i < TURNS; i++) {
      for (byte[] line : turn) {
        block.write(line);
        block.write('\n');
      }
    }
    many = block.toByteArray();
  }

  /** A tree of each line, and nothing made of it. */
  @Benchmark
  public int readTree() throws IOException {
    int objects = 0;
    for (byte[] line : turn) {
      objects += mapper.readTree(line).isObject() ? 1 : 0;
    }
    return objects;
  }

  /** As a session does it: every line a typed notification, completed items projected. */
  @Benchmark
  public int everyLineTyped() throws IOException {
    ItemProjector projector = new ItemProjector();
    int messages = 0;
    for (byte[] line : turn) {
      JsonNode message = WireJson.mapper().readTree(line);
      ServerNotification notification =
          ServerNotification.of(message.path("method").asText(), message.path("params"));
      if (notification instanceof ItemCompleted done) {
        messages +=
            projector
                .projectCompleted(done.item(), done.threadId(), done.turnId())
                .messages()
                .size();
      }
    }
    return complete(messages, 1);
  }

  /** As {@code talaria project} does it: a tree only of what messages are made of. */
  @Benchmark
  @OperationsPerInvocation(TURNS)
  public int messagesOnly() throws IOException {
    Rows rows = new Rows();
    recorded.read(new ByteArrayInputStream(many), rows);
    return complete(rows.messages, TURNS);
  }

  private static int complete(int messages, int turns) {
    if (messages != MESSAGES * turns) {
      throw new IllegalStateException(messages + " messages of " + turns + " turns");
    }
    return messages;
  }

  /** Counts messages; the turns are copies, which one projector would take for repetitions. */
  private static final class Rows implements RecordedEvents.Listener {

    private ItemProjector projector;
    private int messages;

    @Override
    public boolean event(String method, JsonNode params) {
      if (method.equals("turn/started")) {
        projector = new ItemProjector();
      }
      messages += projector.project(method, params).messages().size();
      return true;
    }

    @Override
    public void badLine(long number, String reason) {
      throw new IllegalStateException("line " + number + ": " + reason);
    }
  }
}

package dev.talaria.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.talaria.appserver.RecordedEvents;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.protocol.wire.DeltaLine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What it costs to take one line of {@code item/agentMessage/delta}, as Codex 0.169.0 wrote it.
 *
 * <p>Run by {@link JmhBench}; a state belongs to one thread.
 */
@State(Scope.Thread)
public class DeltaLineJmh {

  private static final int LINES = 10_000;
  private static final int MAX_LINE = 1024 * 1024;

  private final DeltaLine delta = new DeltaLine();
  private final JsonFactory factory = new JsonFactory();
  private final ObjectMapper mapper = new ObjectMapper();
  private final RecordedEvents recorded = new RecordedEvents(Set.of("item/completed"), MAX_LINE);
  private byte[] line;
  private byte[] many;

  @Setup
  public void read() throws IOException {
    line = RecordedLines.of("two-thousand-deltas").last("item/agentMessage/delta");
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    for (int i = 0; i < LINES; i++) {
      block.write(line);
      block.write('\n');
    }
    many = block.toByteArray();
  }

  /** Every token, and nothing made of it. */
  @Benchmark
  public int tokens() throws IOException {
    int tokens = 0;
    try (JsonParser parser = factory.createParser(line)) {
      while (parser.nextToken() != null) {
        tokens++;
      }
    }
    return tokens;
  }

  /** A tree, and nothing made of it. */
  @Benchmark
  public JsonNode readTree() throws IOException {
    return mapper.readTree(line);
  }

  /** A recording is read and nobody wants the line: its method is found in its bytes. */
  @Benchmark
  @OperationsPerInvocation(LINES)
  public RecordedEvents peekedInARecording() throws IOException {
    recorded.read(
        new ByteArrayInputStream(many),
        new RecordedEvents.Listener() {
          @Override
          public boolean event(String method, JsonNode params) {
            throw new IllegalStateException("nobody asked for " + method);
          }

          @Override
          public void badLine(long number, String reason) {
            throw new IllegalStateException("line " + number + ": " + reason);
          }
        });
    return recorded;
  }

  /** A session reads it and its listener wants no text: kind, thread and turn. */
  @Benchmark
  public DeltaLine.Kind passedOver() {
    if (!delta.read(line, 0, line.length)) {
      throw new IllegalStateException("the line is no delta");
    }
    return delta.kind();
  }

  /** A session reads it and its listener wants the text. */
  @Benchmark
  public ServerNotification heard() {
    if (!delta.read(line, 0, line.length)) {
      throw new IllegalStateException("the line is no delta");
    }
    return delta.notification().orElseThrow();
  }
}

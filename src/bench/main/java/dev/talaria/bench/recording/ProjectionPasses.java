package dev.talaria.bench.recording;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.talaria.appserver.RecordedEvents;
import dev.talaria.base.ByteLines;
import dev.talaria.transcript.ItemProjector;
import dev.talaria.transcript.Projection;
import java.io.IOException;
import java.io.InputStream;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * The ways to read one recording that are compared: Talaria's two and those of Jackson.
 *
 * <p>Belongs to one thread. Each pass reads the stream to its end and says what it saw.
 */
final class ProjectionPasses {

  /** What is asked for where nobody listens to deltas: what the messages are made of. */
  private static final Set<String> MESSAGES =
      Set.of("item/completed", "turn/started", "turn/completed");

  private static final int MAX_LINE = 16 * 1024 * 1024;

  /** One way to read. */
  interface Pass {
    Seen read(InputStream in) throws IOException;
  }

  /**
   * What a pass came across.
   *
   * @param messages rows of the transcript
   * @param toolIterations tool-shaped items
   */
  record Seen(long messages, long toolIterations) {}

  private final ObjectMapper mapper = new ObjectMapper();
  private final JsonFactory factory = new JsonFactory();

  /** The tokens of all lines, and nothing made of them. */
  Seen tokens(InputStream in) throws IOException {
    try (JsonParser parser = factory.createParser(in)) {
      while (parser.nextToken() != null) {
        continue;
      }
    }
    return new Seen(0, 0);
  }

  /** A tree of each line, which is not used. */
  Seen trees(InputStream in) throws IOException {
    ByteLines lines = new ByteLines(in, MAX_LINE);
    while (lines.next()) {
      mapper.readTree(lines.buffer(), lines.start(), lines.length());
    }
    return new Seen(0, 0);
  }

  /** Messages, where nobody listens to anything else. */
  Seen messages(InputStream in) throws IOException {
    return project(in, MESSAGES);
  }

  /** Messages, and every notification handed to a listener as a tree. */
  Seen everything(InputStream in) throws IOException {
    return project(in, new AllMethods());
  }

  private static Seen project(InputStream in, Set<String> methods) throws IOException {
    Rows rows = new Rows();
    new RecordedEvents(methods, MAX_LINE).read(in, rows);
    rows.count(rows.projector.end());
    return new Seen(rows.messages, rows.toolIterations);
  }

  /** Counts the rows of a projection. */
  private static final class Rows implements RecordedEvents.Listener {
    private final ItemProjector projector = new ItemProjector();
    private long messages;
    private long toolIterations;

    @Override
    public boolean event(String method, JsonNode params) {
      count(projector.project(method, params));
      return true;
    }

    void count(Projection projection) {
      messages += projection.messages().size();
      toolIterations += projection.toolIteration() ? 1 : 0;
    }

    @Override
    public void badLine(long line, String reason) {
      throw new IllegalArgumentException("line " + line + " is not a message: " + reason);
    }
  }

  /** Every method there is. */
  private static final class AllMethods extends AbstractSet<String> {
    @Override
    public boolean contains(Object method) {
      return true;
    }

    @Override
    public Iterator<String> iterator() {
      return List.<String>of().iterator();
    }

    @Override
    public int size() {
      return Integer.MAX_VALUE;
    }
  }
}

package dev.talaria.viewer.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.talaria.base.ByteLines;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.viewer.model.SessionModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a recording or a rollout; its first line says which of them it is.
 *
 * <p>Belongs to one thread and keeps no more than one line.
 */
public final class SessionFile {

  private static final int MIN_LINE = 1024 * 1024;
  private static final int MAX_LINE = 256 * 1024 * 1024;

  /** A line takes some ten times its size: its bytes, its characters, its tree, its text. */
  private static final int HEAP_PER_LINE = 16;

  private static final int NAMED = 20;

  /**
   * What could not be read.
   *
   * @param count how many lines
   * @param first why, of the first of them
   */
  public record BadLines(long count, List<String> first) {}

  private final ObjectReader json = WireJson.mapper().reader();
  private final SessionModel model;
  private final List<String> named = new ArrayList<>();
  private LineSource source;
  private long bad;

  private SessionFile(SessionModel model) {
    this.model = model;
  }

  /** Reads the whole file into the model. */
  public static BadLines read(Path file, SessionModel model) throws IOException {
    SessionFile reading = new SessionFile(model);
    try (InputStream in = Files.newInputStream(file)) {
      reading.read(in);
    }
    model.end();
    return new BadLines(reading.bad, List.copyOf(reading.named));
  }

  private void read(InputStream in) throws IOException {
    long share = Runtime.getRuntime().maxMemory() / HEAP_PER_LINE;
    int longest = (int) Math.max(MIN_LINE, Math.min(MAX_LINE, share));
    ByteLines lines = new ByteLines(in, longest);
    while (lines.next()) {
      if (lines.isCut()) {
        bad(lines, "it is longer than " + longest + " bytes; a larger heap takes longer ones");
      } else if (!lines.isBlank()
          && (source == null || !source.quick(lines.buffer(), lines.start(), lines.length()))) {
        line(lines);
      }
    }
  }

  private void line(ByteLines line) throws IOException {
    JsonNode tree;
    try {
      tree = json.readTree(line.buffer(), line.start(), line.length());
    } catch (JsonProcessingException e) {
      bad(line, e.getOriginalMessage());
      return;
    }
    if (!tree.isObject()) {
      bad(line, "it is not a JSON object");
      return;
    }
    if (source == null) {
      source = tree.has("payload") ? new RolloutSource(model) : new RecordingSource(model);
    }
    source.line(tree);
  }

  private void bad(ByteLines line, String why) {
    bad++;
    if (named.size() < NAMED) {
      named.add("line " + line.number() + ": " + why);
    }
  }
}

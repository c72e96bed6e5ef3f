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
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * Reads a recording or a rollout; its first line says which of them it is. Rollouts of sub-agents
 * that lie in the same folder of sessions are read after that of their thread.
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
  private final Set<Path> seen = new HashSet<>();
  private LineSource source;
  private String name = "";
  private long bad;

  private SessionFile(SessionModel model) {
    this.model = model;
  }

  /** Reads the whole file into the model. */
  public static BadLines read(Path file, SessionModel model) throws IOException {
    SessionFile reading = new SessionFile(model);
    reading.read(file);
    model.end();
    return new BadLines(reading.bad, List.copyOf(reading.named));
  }

  private void read(Path file) throws IOException {
    seen.add(file.toAbsolutePath());
    source = null;
    try (InputStream in = Files.newInputStream(file)) {
      read(in);
    }
    Set<String> agents = source == null ? Set.of() : source.agents();
    for (Path agent : agents.isEmpty() ? List.<Path>of() : rollouts(file, agents)) {
      if (seen.add(agent)) {
        name = agent.getFileName() + ", ";
        read(agent);
      }
    }
  }

  /** Codex has a folder for each day; an agent may have begun on the next one. */
  private static List<Path> rollouts(Path beside, Set<String> threads) throws IOException {
    Path folder = beside.toAbsolutePath().getParent();
    Path root = folder;
    for (Path above = folder; above != null; above = above.getParent()) {
      if (above.endsWith("sessions")) {
        root = above;
      }
    }
    BiPredicate<Path, BasicFileAttributes> isOfOne =
        (path, attributes) ->
            threads.stream().anyMatch(id -> path.toString().endsWith("-" + id + ".jsonl"));
    try (Stream<Path> files = Files.find(root, root.equals(folder) ? 1 : 4, isOfOne)) {
      return files.sorted().toList();
    }
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
      named.add(name + "line " + line.number() + ": " + why);
    }
  }
}

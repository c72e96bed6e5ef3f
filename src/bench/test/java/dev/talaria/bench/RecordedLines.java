package dev.talaria.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What Codex 0.169.0 sent in a scenario of {@code fixtures/recordings}: its lines without the
 * recorder's wrapper.
 *
 * <p>Immutable.
 *
 * @param lines one JSON object each, without line feeds
 */
record RecordedLines(List<String> lines) {

  private static final String RECEIVED = "\"dir\":\"recv\",\"msg\":";

  /** The lines of a scenario, such as {@code command-accepted}. */
  static RecordedLines of(String scenario) throws IOException {
    Path file =
        Path.of(System.getProperty("talaria.root"), "fixtures", "recordings", "0.169.0")
            .resolve(scenario + ".jsonl");
    return new RecordedLines(
        Files.readAllLines(file).stream()
            .filter(line -> line.contains(RECEIVED))
            .map(RecordedLines::message)
            .toList());
  }

  private static String message(String line) {
    return line.substring(line.indexOf(RECEIVED) + RECEIVED.length(), line.length() - 1);
  }

  /** The last line with a method. */
  byte[] last(String method) {
    return bytes(lines.get(lastIndex(method)));
  }

  /** The lines of the last turn, from its start to its end. */
  List<byte[]> turn() {
    return lines.subList(lastIndex("turn/started"), lastIndex("turn/completed") + 1).stream()
        .map(RecordedLines::bytes)
        .toList();
  }

  private int lastIndex(String method) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      if (lines.get(i).startsWith("{\"method\":\"" + method + "\"")) {
        return i;
      }
    }
    throw new IllegalArgumentException("the recording has no " + method);
  }

  private static byte[] bytes(String line) {
    return line.getBytes(StandardCharsets.UTF_8);
  }
}

package dev.talaria.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The least that can run turns: writes requests that Talaria wrote before, and reads lines until
 * the one that it waits for. It looks at nothing else, keeps nothing and survives nothing.
 *
 * <p>Not thread-safe.
 */
final class BareDriver implements AutoCloseable {

  private static final String THREAD = "\"threadId\":\"";

  private final Process process;
  private final BufferedReader in;
  private final OutputStream out;
  private final String turn;
  private int id = 1000;

  /**
   * Starts a child and opens a thread.
   *
   * @param sent what Talaria sent to open a thread and start a turn, in order
   */
  BareDriver(ProcessBuilder command, List<String> sent) throws IOException {
    process = command.start();
    in =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    out = process.getOutputStream();
    write(find(sent, "initialize"));
    await("{\"id\":");
    write(find(sent, "initialized"));
    write(find(sent, "thread/start"));
    String opened = await("{\"id\":");
    int from = opened.indexOf("\"id\":\"") + 6;
    String thread = opened.substring(from, opened.indexOf('"', from));
    String captured = find(sent, "turn/start");
    int old = captured.indexOf(THREAD) + THREAD.length();
    turn =
        captured.substring(captured.indexOf(','), old)
            + thread
            + captured.substring(captured.indexOf('"', old));
  }

  private static String find(List<String> sent, String method) {
    return sent.stream()
        .filter(line -> line.contains("\"method\":\"" + method + "\""))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Talaria never sent " + method));
  }

  long pid() {
    return process.pid();
  }

  /** Runs a turn. */
  void turn() throws IOException {
    write("{\"id\":" + id++ + turn);
    String end = await("{\"method\":\"turn/completed\"");
    if (!end.contains("\"status\":\"completed\"")) {
      throw new IllegalStateException("the turn failed: " + end);
    }
  }

  private void write(String line) throws IOException {
    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private String await(String beginning) throws IOException {
    String line = in.readLine();
    while (line != null && !line.startsWith(beginning)) {
      line = in.readLine();
    }
    if (line == null) {
      throw new IOException("Codex ended while " + beginning + " was awaited");
    }
    return line;
  }

  @Override
  public void close() throws IOException {
    out.close();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}

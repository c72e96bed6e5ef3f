package dev.talaria.bench.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A {@code codex app-server} as a bare driver has it: requests that Talaria wrote before are
 * written, lines are read until the one that it waits for, and nothing else is looked at.
 *
 * <p>Not thread-safe.
 */
public abstract class BareChild implements AutoCloseable {

  /**
   * A request that Talaria wrote, to be written again with another id and about another thread.
   *
   * <p>Immutable.
   *
   * @param line as it was written
   */
  public record Request(String line) {

    private static final String THREAD = "\"threadId\":\"";

    /** The line with an id; about the thread that it names, if it names one. */
    public String with(int id, String thread) {
      String rest = line.substring(line.indexOf(','));
      int from = rest.indexOf(THREAD);
      if (from >= 0) {
        from += THREAD.length();
        rest = rest.substring(0, from) + thread + rest.substring(rest.indexOf('"', from));
      }
      return "{\"id\":" + id + rest;
    }
  }

  private final Process process;
  private final BufferedReader in;
  private final OutputStream out;

  /**
   * Starts it and shakes hands.
   *
   * @param sent what Talaria sent to another one
   */
  public BareChild(ProcessBuilder command, List<String> sent) throws IOException {
    process = command.start();
    in =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    out = process.getOutputStream();
    write(find(sent, "initialize"));
    await("{\"id\":");
    write(find(sent, "initialized"));
  }

  /** The first message of a method. */
  public static String find(List<String> sent, String method) {
    return sent.stream()
        .filter(line -> line.contains("\"method\":\"" + method + "\""))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Talaria never sent " + method));
  }

  /** The text behind the first {@code "name":"} of a line. */
  public static String text(String line, String name) {
    String beginning = '"' + name + "\":\"";
    int from = line.indexOf(beginning);
    if (from < 0) {
      throw new IllegalStateException("no " + name + " in " + line);
    }
    from += beginning.length();
    return line.substring(from, line.indexOf('"', from));
  }

  protected final void write(String line) throws IOException {
    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** Blocks until there is a line. */
  protected final String read() throws IOException {
    String line = in.readLine();
    if (line == null) {
      throw new IOException("Codex ended while something was awaited of it");
    }
    return line;
  }

  /** Reads until a line begins so. */
  public final String await(String beginning) throws IOException {
    String line = read();
    while (!line.startsWith(beginning)) {
      line = read();
    }
    return line;
  }

  public static void checkCompleted(String turn) {
    if (!turn.contains("\"status\":\"completed\"")) {
      throw new IllegalStateException("the turn failed: " + turn);
    }
  }

  @Override
  public final void close() throws IOException {
    out.close();
    TimedCodex.awaitEnd(process);
  }
}

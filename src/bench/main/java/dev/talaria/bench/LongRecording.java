package dev.talaria.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A recording of any length that is made while it is written: turn after turn of one thread, the
 * same bytes each time.
 *
 * <p>Belongs to one thread; its memory is one turn. A turn has the lines of a real one on Codex
 * 0.169.0: a hundred deltas of an answer around a command, a patch and a call of an MCP tool.
 */
public final class LongRecording {

  /** How many lines a turn has. */
  public static final int LINES_PER_TURN = 120;

  private static final String THREAD = "01a1fddf-2335-7370-b8b5-e35795d3b7a8";
  private static final String HEADER =
      "{\"recording\":1,\"codexVersion\":\"0.169.0\",\"platform\":\"none\"}\n";
  private static final int DELTAS = 100;
  private static final long START_MS = 1_795_260_621_850L;
  private static final String[] WORDS = {
    " the",
    " test",
    " fails",
    " because",
    " \\\"close()\\\"",
    " is",
    " called",
    " twice",
    "\\n",
    " –"
  };

  private final StringBuilder text = new StringBuilder();
  private long line;
  private String turnId = "";

  /**
   * Writes the beginning of the recording.
   *
   * @param lines how many lines, besides the header; the last turn may be cut
   */
  public void write(OutputStream out, long lines) throws IOException {
    out.write(HEADER.getBytes(StandardCharsets.UTF_8));
    for (long turn = 0, left = lines; left > 0; turn++, left -= LINES_PER_TURN) {
      turn(turn);
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      out.write(bytes, 0, left < LINES_PER_TURN ? endOfLine(bytes, left) : bytes.length);
      text.setLength(0);
    }
    out.flush();
  }

  /** Lines that are deltas of an answer and nothing else. */
  public static byte[] deltas(int lines) {
    LongRecording recording = new LongRecording();
    recording.turnId = turnId(0);
    for (int i = 0; i < lines; i++) {
      recording.delta(i);
    }
    return recording.text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static int endOfLine(byte[] bytes, long lines) {
    int at = 0;
    for (long seen = 0; seen < lines; at++) {
      seen += bytes[at] == '\n' ? 1 : 0;
    }
    return at;
  }

  private static String turnId(long turn) {
    return String.format("01a1fddf-236f-72a3-8593-%012x", turn);
  }

  private void turn(long turn) {
    turnId = turnId(turn);
    String ids = "\"threadId\":\"" + THREAD + "\",\"turnId\":\"" + turnId + "\"";
    message("turn/started", "\"threadId\":\"" + THREAD + "\",\"turn\":" + turnNode("inProgress"));
    item(
        ids,
        "\"type\":\"userMessage\",\"id\":\"user_"
            + turn
            + "\",\"clientId\":null,"
            + "\"content\":[{\"type\":\"text\",\"text\":\"Fix the failing test\",\"text_elements\":[]}]");
    message(
        "item/reasoning/summaryTextDelta",
        ids
            + ",\"itemId\":\"rs_"
            + turn
            + "\",\"delta\":\"**Looking at the test**\",\"summaryIndex\":0");
    item(
        ids,
        "\"type\":\"reasoning\",\"id\":\"rs_"
            + turn
            + "\",\"summary\":[\"**Looking at the test**\"],\"content\":[]");
    for (int i = 0; i < DELTAS / 2; i++) {
      delta(i);
    }
    item(ids, command(turn));
    item(ids, patch(turn));
    item(
        ids,
        "\"type\":\"mcpToolCall\",\"id\":\"mcp_"
            + turn
            + "\",\"server\":\"notes\",\"tool\":"
            + "\"add\",\"status\":\"completed\",\"arguments\":{\"text\":\"closed twice\",\"n\":"
            + turn
            + "},\"result\":{\"content\":[{\"type\":\"text\",\"text\":\"noted\"}],"
            + "\"structuredContent\":null,\"_meta\":null},\"error\":null,\"durationMs\":3");
    for (int i = DELTAS / 2; i < DELTAS; i++) {
      delta(i);
    }
    item(
        ids,
        "\"type\":\"agentMessage\",\"id\":\"msg_"
            + turn
            + "\",\"text\":\""
            + answer()
            + "\",\"phase\":null,\"memoryCitation\":null");
    usage(ids, turn);
    message("turn/completed", "\"threadId\":\"" + THREAD + "\",\"turn\":" + turnNode("completed"));
    for (int i = 0; i < 5; i++) {
      message(
          "thread/status/changed",
          "\"threadId\":\"" + THREAD + "\",\"status\":{\"type\":\"idle\"}");
    }
  }

  private static String command(long turn) {
    StringBuilder output = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      output.append("[INFO] Tests run: ").append(i).append(", Failures: 0, Errors: 0\\n");
    }
    return "\"type\":\"commandExecution\",\"id\":\"call_"
        + turn
        + "\",\"command\":\"/bin/bash -lc 'mvn -q test'\",\"cwd\":\"/ws\",\"processId\":\"53234\","
        + "\"source\":\"unifiedExecStartup\",\"status\":\"completed\",\"commandActions\":"
        + "[{\"type\":\"unknown\",\"command\":\"mvn -q test\"}],\"aggregatedOutput\":\""
        + output
        + "\",\"exitCode\":"
        + turn % 2
        + ",\"durationMs\":20";
  }

  private static String patch(long turn) {
    return "\"type\":\"fileChange\",\"id\":\"patch_"
        + turn
        + "\",\"changes\":[{\"path\":\"/ws/a.txt\",\"kind\":{\"type\":\"update\",\"move_path\":null},"
        + "\"diff\":\"@@ -1 +1 @@\\n-old\\n+changed\\n\"}],\"status\":\"completed\"";
  }

  private static String answer() {
    StringBuilder whole = new StringBuilder();
    for (int i = 0; i < DELTAS; i++) {
      whole.append(WORDS[i % WORDS.length]);
    }
    return whole.toString();
  }

  private String turnNode(String status) {
    return "{\"id\":\"" + turnId + "\",\"items\":[],\"status\":\"" + status + "\",\"error\":null}";
  }

  private void usage(String ids, long turn) {
    String counts =
        "{\"totalTokens\":"
            + turn
            + ",\"inputTokens\":100,\"cachedInputTokens\":50,"
            + "\"outputTokens\":20,\"reasoningOutputTokens\":5}";
    message(
        "thread/tokenUsage/updated",
        ids
            + ",\"tokenUsage\":{\"total\":"
            + counts
            + ",\"last\":"
            + counts
            + ",\"modelContextWindow\":258400}");
  }

  private void delta(int i) {
    message(
        "item/agentMessage/delta",
        "\"threadId\":\""
            + THREAD
            + "\",\"turnId\":\""
            + turnId
            + "\",\"itemId\":\"msg_1_1\",\"delta\":\""
            + WORDS[i % WORDS.length]
            + "\"");
  }

  private void item(String ids, String members) {
    String end = ids + ",\"contentTokenCount\":null,\"completedAtMs\":" + (START_MS + line);
    if (!members.contains("reasoning")) {
      message("item/started", "\"item\":{" + members + "}," + ids);
    }
    message("item/completed", "\"item\":{" + members + "}," + end);
  }

  private void message(String method, String params) {
    long millis = line % 1000;
    text.append("{\"t\":").append(line / 1000).append('.');
    text.append(millis < 10 ? "00" : millis < 100 ? "0" : "").append(millis);
    text.append("000,\"dir\":\"recv\",\"msg\":{");
    text.append("\"method\":\"").append(method).append("\",\"params\":{").append(params);
    text.append("},\"emittedAtMs\":").append(START_MS + line).append("}}\n");
    line++;
  }
}

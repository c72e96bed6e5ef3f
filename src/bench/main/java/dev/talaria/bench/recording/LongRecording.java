package dev.talaria.bench.recording;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

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

  private static final String HEADER =
      "{\"recording\":1,\"codexVersion\":\"0.169.0\",\"platform\":\"none\"}\n";
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

  /** How many deltas come in a row; they hold each word five times. */
  private static final int DELTAS = 50;

  private static final String THREAD = "\"threadId\":\"01a1fddf-2335-7370-b8b5-e35795d3b7a8\"";
  private static final String USAGE =
      """
      {"totalTokens":$n,"inputTokens":100,"cachedInputTokens":50,"outputTokens":20,\
      "reasoningOutputTokens":5}\
      """;

  /**
   * A turn: the method of each message and the members of its params; for {@code item} those of an
   * item that starts and completes; {@code deltas} for the next ones.
   */
  private static final String TURN =
      """
      turn/started $thread,"turn":{"id":"$turn","items":[],"status":"inProgress","error":null}
      item "type":"userMessage","id":"user_$n","clientId":null,\
      "content":[{"type":"text","text":"Fix the failing test","text_elements":[]}]
      item/reasoning/summaryTextDelta $ids,"itemId":"rs_$n","delta":"**Looking at the test**",\
      "summaryIndex":0
      item "type":"reasoning","id":"rs_$n","summary":["**Looking at the test**"],"content":[]
      deltas
      item "type":"commandExecution","id":"call_$n","command":"/bin/bash -lc 'mvn -q test'",\
      "cwd":"/ws","processId":"53234","source":"unifiedExecStartup","status":"completed",\
      "commandActions":[{"type":"unknown","command":"mvn -q test"}],\
      "aggregatedOutput":"$output","exitCode":$exit,"durationMs":20
      item "type":"fileChange","id":"patch_$n","changes":[{"path":"/ws/a.txt",\
      "kind":{"type":"update","move_path":null},"diff":"@@ -1 +1 @@\\n-old\\n+changed\\n"}],\
      "status":"completed"
      item "type":"mcpToolCall","id":"mcp_$n","server":"notes","tool":"add","status":"completed",\
      "arguments":{"text":"closed twice","n":$n},"result":{"content":[{"type":"text",\
      "text":"noted"}],"structuredContent":null,"_meta":null},"error":null,"durationMs":3
      deltas
      item "type":"agentMessage","id":"msg_$n","text":"$answer","phase":null,"memoryCitation":null
      thread/tokenUsage/updated $ids,"tokenUsage":{"total":$usage,"last":$usage,\
      "modelContextWindow":258400}
      turn/completed $thread,"turn":{"id":"$turn","items":[],"status":"completed","error":null}
      """
          .concat("thread/status/changed $thread,\"status\":{\"type\":\"idle\"}\n".repeat(5))
          .replace("$answer", String.join("", WORDS).repeat(2 * DELTAS / WORDS.length))
          .replace("$output", output())
          .replace("$usage", USAGE);

  private final StringBuilder text = new StringBuilder();
  private long line;

  /** The members that name the thread and the turn. */
  private String ids = "";

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
    recording.ids = ids(turnId(0));
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

  private static String ids(String turnId) {
    return THREAD + ",\"turnId\":\"" + turnId + "\"";
  }

  private static String output() {
    StringBuilder output = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      output.append("[INFO] Tests run: ").append(i).append(", Failures: 0, Errors: 0\\n");
    }
    return output.toString();
  }

  private void turn(long turn) {
    String turnId = turnId(turn);
    ids = ids(turnId);
    String filled =
        TURN.replace("$ids", ids)
            .replace("$thread", THREAD)
            .replace("$turn", turnId)
            .replace("$exit", Long.toString(turn % 2))
            .replace("$n", Long.toString(turn));
    for (String each : filled.split("\n")) {
      String[] parts = each.split(" ", 2);
      switch (parts[0]) {
        case "item" -> item(parts[1]);
        case "deltas" -> IntStream.range(0, DELTAS).forEach(this::delta);
        default -> message(parts[0], parts[1]);
      }
    }
  }

  private void delta(int i) {
    String word = WORDS[i % WORDS.length];
    message("item/agentMessage/delta", ids + ",\"itemId\":\"msg_1_1\",\"delta\":\"" + word + "\"");
  }

  private void item(String members) {
    String params = "\"item\":{" + members + "}," + ids;
    String end = ",\"contentTokenCount\":null,\"completedAtMs\":" + (START_MS + line);
    if (!members.contains("reasoning")) {
      message("item/started", params);
    }
    message("item/completed", params + end);
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

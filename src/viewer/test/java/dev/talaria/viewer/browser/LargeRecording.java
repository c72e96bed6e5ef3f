package dev.talaria.viewer.browser;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/** A recording of any size: turns of messages, commands, patches, and many deltas. */
final class LargeRecording {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final BufferedWriter out;
  private final Random random = new Random(7);
  private long size;

  private LargeRecording(BufferedWriter out) {
    this.out = out;
  }

  static Path write(Path file, long bytes) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      LargeRecording recording = new LargeRecording(out);
      for (int turn = 0; recording.size < bytes; turn++) {
        recording.turn("turn-" + turn);
      }
    }
    return file;
  }

  private void turn(String turn) throws IOException {
    message("turn/started", params(turn, "turn", object().put("id", turn)));
    for (int i = 0; i < 8; i++) {
      String text = "## Step " + i + "\n\n" + words(150) + "\n\n```java\nint x = " + i + ";\n```\n";
      ObjectNode item = object().put("type", "agentMessage").put("id", "m" + i);
      message("item/started", params(turn, "item", item.deepCopy().put("text", "")));
      for (int at = 0; at < text.length(); at += 8) {
        String delta = text.substring(at, Math.min(text.length(), at + 8));
        message("item/agentMessage/delta", params(turn).put("itemId", "m" + i).put("delta", delta));
      }
      message("item/completed", params(turn, "item", item.put("text", text)));
      ObjectNode command =
          object().put("type", "commandExecution").put("id", "c" + i).put("command", "make " + i);
      int lines = new int[] {3, 10, 200, 2000}[random.nextInt(4)];
      StringBuilder output = new StringBuilder();
      for (int line = 0; line < lines; line++) {
        output.append(words(12)).append('\n');
      }
      command
          .put("status", "completed")
          .put("exitCode", 0)
          .put("aggregatedOutput", output.toString());
      message("item/completed", params(turn, "item", command));
      ObjectNode patch =
          object().put("type", "fileChange").put("id", "p" + i).put("status", "completed");
      ObjectNode change = patch.putArray("changes").addObject().put("path", "/ws/A" + i + ".java");
      change
          .put("kind", "update")
          .put("diff", "@@ -1,2 +1,2 @@\n a\n-" + words(8) + "\n+" + words(8) + "\n");
      message("item/completed", params(turn, "item", patch));
    }
    message(
        "turn/completed",
        params(turn, "turn", object().put("id", turn).put("status", "completed")));
  }

  private static ObjectNode object() {
    return JSON.createObjectNode();
  }

  private static ObjectNode params(String turn) {
    return object().put("threadId", "01a1fddf-2c23-71d1-baed-94052038ee02").put("turnId", turn);
  }

  private static ObjectNode params(String turn, String name, ObjectNode value) {
    return params(turn).set(name, value);
  }

  private String words(int count) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      words.append(i == 0 ? "" : " ").append(Integer.toString(random.nextInt(3000) + 40, 36));
    }
    return words.toString();
  }

  private void message(String method, ObjectNode params) throws IOException {
    ObjectNode message = object().put("method", method);
    message.set("params", params);
    String line =
        String.format(
            Locale.ROOT, "{\"t\":%.6f,\"dir\":\"recv\",\"msg\":%s}\n", size / 1e7, message);
    out.write(line);
    size += line.length();
  }
}

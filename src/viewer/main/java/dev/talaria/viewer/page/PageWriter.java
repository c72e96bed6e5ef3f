package dev.talaria.viewer.page;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.viewer.model.ViewItem;
import dev.talaria.viewer.model.ViewKind;
import dev.talaria.viewer.model.ViewSink;
import dev.talaria.viewer.model.ViewThread;
import dev.talaria.viewer.model.ViewTurn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Writes a session as one HTML file, while it is read.
 *
 * <p>Belongs to one thread. Items go out in blocks of some hundred kilobytes, each behind a list of
 * numbers that says where they belong; long texts go out at once, in blocks of their own. What
 * stays in memory are a block, the threads and the turns. Failures of the stream are {@link
 * UncheckedIOException}s.
 */
public final class PageWriter implements ViewSink {

  private static final int BLOCK = 256 * 1024;

  /** Columns of the numbers of an item. */
  private static final int COLUMNS = 7;

  private static final int LONGEST_ROW = 60;
  private static final int LINE = 100;

  /** Any text can be written, also half a surrogate pair. */
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final OutputStream out;
  private final List<ObjectNode> threads = new ArrayList<>();
  private final List<ObjectNode> turns = new ArrayList<>();
  private final ItemJson items = new ItemJson(this::blob);
  private final ByteArrayOutputStream block = new ByteArrayOutputStream(BLOCK + BLOCK / 2);
  private final StringBuilder numbers = new StringBuilder();
  private JsonGenerator json;
  private int blobs;

  /** Begins the page. */
  public PageWriter(OutputStream out) throws IOException {
    this.out = out;
    String script = resource("page.js");
    String style = resource("style.css");
    out.write(
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '%s'; \
        style-src '%s'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; \
        trusted-types lit-html dompurify">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="no-referrer">
        <title>Codex session</title>
        <style>%s</style>
        </head>
        <body>
        <div id="app"><p class="loading">The session is being opened…</p>
        <noscript><p>This page needs JavaScript, which is in it; it loads nothing.</p></noscript></div>
        """
            .formatted(digest(script), digest(style), style)
            .getBytes(StandardCharsets.UTF_8));
    begin();
  }

  private static String resource(String name) throws IOException {
    return new String(file(name), StandardCharsets.UTF_8);
  }

  /** A file of the page: {@code page.js} or {@code style.css}. */
  public static byte[] file(String name) throws IOException {
    try (InputStream in = PageWriter.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }

  private static String digest(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] digest = sha.digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public void thread(ViewThread thread) {
    put(threads, thread.number(), thread.toJson());
  }

  @Override
  public void turn(ViewTurn turn) {
    put(turns, turn.number(), turn.toJson());
  }

  private static void put(List<ObjectNode> list, int number, ObjectNode json) {
    if (number == list.size()) {
      list.add(json);
    } else {
      list.set(number, json);
    }
  }

  @Override
  public void item(ViewItem item) {
    try {
      numbers
          .append(numbers.isEmpty() ? "" : ",")
          .append(item.number())
          .append(',')
          .append(item.kind().ordinal())
          .append(',')
          .append(item.thread())
          .append(',')
          .append(item.turn())
          .append(',')
          .append(item.start())
          .append(',')
          .append(item.end() - item.start())
          .append(',')
          .append(lines(item.body()));
      items.write(item.body(), json);
      json.flush();
      if (block.size() >= BLOCK) {
        flush();
        begin();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** About how many lines it takes, so that the scroll bar hardly moves when it is shown. */
  private static int lines(JsonNode node) {
    int lines = 0;
    for (JsonNode value : node) {
      if (value.isTextual()) {
        String text = value.textValue();
        int end = Math.min(text.length(), LINE * LONGEST_ROW);
        lines += 1 + end / LINE;
        for (int i = text.indexOf('\n'); i >= 0 && i < end; i = text.indexOf('\n', i + 1)) {
          lines++;
        }
      } else if (value.isContainerNode()) {
        lines += lines(value);
      }
      if (lines >= LONGEST_ROW) {
        return LONGEST_ROW;
      }
    }
    return lines;
  }

  private int blob(String text) throws IOException {
    DataBlock.write(out, "blob", text.getBytes(StandardCharsets.UTF_8));
    return blobs++;
  }

  private void begin() throws IOException {
    block.reset();
    numbers.setLength(0);
    json = JSON.createGenerator(block);
    json.writeStartArray();
  }

  private void flush() throws IOException {
    json.writeEndArray();
    json.close();
    if (!numbers.isEmpty()) {
      String index =
          "<script type=\"application/json\" class=\"index\">[" + numbers + "]</script>\n";
      out.write(DataBlock.ascii(index));
      DataBlock.write(out, "block", block.toByteArray());
    }
  }

  /**
   * Ends the page.
   *
   * @param source what the session was read from, for the title
   * @param problems what could not be read
   */
  public void end(String source, List<String> problems) throws IOException {
    flush();
    ObjectNode head = JSON.createObjectNode().put("source", source).put("columns", COLUMNS);
    ArrayNode kinds = head.putArray("kinds");
    for (ViewKind kind : ViewKind.values()) {
      kinds.add(kind.key());
    }
    head.putArray("threads").addAll(threads);
    head.putArray("turns").addAll(turns);
    problems.forEach(head.putArray("problems")::add);
    DataBlock.write(out, "head", JSON.writeValueAsBytes(head));
    String script = "<script>" + resource("page.js") + "</script>\n</body>\n</html>\n";
    out.write(script.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}

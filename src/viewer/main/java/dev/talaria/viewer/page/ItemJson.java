package dev.talaria.viewer.page;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;

/**
 * Writes what there is to show, with long texts put aside: {@code {"blob", "chars", "lines",
 * "head"}} stands for one. Belongs to one thread.
 */
public final class ItemJson {

  /** Keeps a long text and gives its number. */
  public interface Blobs {
    int keep(String text) throws IOException;
  }

  private static final int LONGEST = 16 * 1024;
  private static final int HEAD = 4 * 1024;

  /** A tree that is deeper than this is written as its text. */
  private static final int DEEPEST = 100;

  private final Blobs blobs;

  /** Long texts go to {@code blobs}. */
  public ItemJson(Blobs blobs) {
    this.blobs = blobs;
  }

  /** Writes a tree. */
  public void write(JsonNode node, JsonGenerator out) throws IOException {
    write(node, out, 0);
  }

  private void write(JsonNode node, JsonGenerator out, int depth) throws IOException {
    if (depth > DEEPEST && node.isContainerNode()) {
      write(node.toString(), out);
    } else if (node.isObject()) {
      out.writeStartObject();
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        out.writeFieldName(entry.getKey());
        write(entry.getValue(), out, depth + 1);
      }
      out.writeEndObject();
    } else if (node.isArray()) {
      out.writeStartArray();
      for (JsonNode element : node) {
        write(element, out, depth + 1);
      }
      out.writeEndArray();
    } else if (node.isTextual()) {
      write(node.textValue(), out);
    } else if (node.isNumber() || node.isBoolean()) {
      out.writeRawValue(node.toString());
    } else {
      out.writeNull();
    }
  }

  private void write(String text, JsonGenerator out) throws IOException {
    if (text.length() <= LONGEST) {
      out.writeString(text);
      return;
    }
    out.writeStartObject();
    out.writeNumberField("blob", blobs.keep(text));
    out.writeNumberField("chars", text.length());
    out.writeNumberField("lines", text.lines().count());
    out.writeStringField("head", text.substring(0, HEAD));
    out.writeEndObject();
  }
}

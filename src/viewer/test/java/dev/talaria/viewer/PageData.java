package dev.talaria.viewer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** What is in a page, read as the page itself reads it. */
public final class PageData {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern DATA =
      Pattern.compile("<script type=\"text/plain\" class=\"(\\w+)\">([A-Za-z0-9+/=]*)</script>");
  private static final Pattern INDEX =
      Pattern.compile(
          "<script type=\"application/json\" class=\"index\">([\\d,\\[\\]-]*)</script>");

  final String html;
  final List<JsonNode> items = new ArrayList<>();
  final List<String> kinds = new ArrayList<>();
  final List<String> blobs = new ArrayList<>();
  JsonNode head;

  private PageData(String html) {
    this.html = html;
  }

  public static PageData of(Path page) throws IOException {
    PageData data = new PageData(Files.readString(page));
    Matcher element = DATA.matcher(data.html);
    while (element.find()) {
      byte[] packed = Base64.getDecoder().decode(element.group(2));
      try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        switch (element.group(1)) {
          case "blob" -> data.blobs.add(text);
          case "block" -> JSON.readTree(text).forEach(data.items::add);
          default -> data.head = JSON.readTree(text);
        }
      }
    }
    Matcher index = INDEX.matcher(data.html);
    while (index.find()) {
      JsonNode numbers = JSON.readTree(index.group(1));
      for (int at = 1; at < numbers.size(); at += 7) {
        data.kinds.add(data.head.path("kinds").get(numbers.get(at).asInt()).asText());
      }
    }
    return data;
  }

  /** The items of a kind. */
  public List<JsonNode> of(String kind) {
    List<JsonNode> found = new ArrayList<>();
    for (int i = 0; i < kinds.size(); i++) {
      if (kinds.get(i).equals(kind)) {
        found.add(items.get(i));
      }
    }
    return found;
  }

  /** All texts of all items. */
  public List<String> texts() {
    List<String> texts = new ArrayList<>(blobs);
    items.forEach(item -> collect(item, texts));
    return texts;
  }

  private static void collect(JsonNode node, List<String> texts) {
    if (node.isTextual()) {
      texts.add(node.textValue());
    }
    node.forEach(child -> collect(child, texts));
  }
}

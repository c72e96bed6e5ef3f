package dev.talaria.protocol.generator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The text of a source file while it is written: lines, comments, and the imports at its end. */
abstract class SourceText {

  /** What may be imported, in the order of imports, and how its use looks. */
  private static final Map<String, Pattern> IMPORTS = new TreeMap<>();

  static {
    for (String type :
        List.of(
            "com.fasterxml.jackson.databind.JsonNode",
            "dev.talaria.protocol.Experimental",
            "dev.talaria.protocol.Method",
            "dev.talaria.protocol.Notification",
            "dev.talaria.protocol.WireEnum",
            "dev.talaria.protocol.WireObject",
            "dev.talaria.protocol.WireValue",
            "dev.talaria.protocol.wire.Wire",
            "java.util.List",
            "java.util.Map",
            "java.util.Optional",
            "java.util.function.BiFunction")) {
      String name = type.substring(type.lastIndexOf('.') + 1);
      // Not the name of a kind or a constant: those are not followed by these.
      IMPORTS.put(
          type,
          switch (name) {
            case "Experimental" -> Pattern.compile("@Experimental\\b");
            case "Wire" -> Pattern.compile("\\bWire\\.");
            case "Method", "Notification", "List", "Map", "Optional", "BiFunction" ->
                Pattern.compile("\\b" + name + "<");
            default -> Pattern.compile("\\b" + name + "\\b");
          });
    }
  }

  private StringBuilder out = new StringBuilder();

  /** The text of a file with what was written since the last one. */
  final String file(String packageName) {
    String body = out.toString();
    out.setLength(0);
    StringBuilder file =
        new StringBuilder(
            "// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.\n");
    file.append("package ").append(packageName).append(";\n\n");
    String code = body.replaceAll("(?s)/\\*\\*.*?\\*/", "");
    IMPORTS.forEach(
        (type, used) -> {
          if (used.matcher(code).find()) {
            file.append("import ").append(type).append(";\n");
          }
        });
    return file.append('\n').append(body).toString();
  }

  /** What a task writes, instead of writing it. */
  final String written(Runnable task) {
    StringBuilder before = out;
    out = new StringBuilder();
    task.run();
    String text = out.toString();
    out = before;
    return text;
  }

  final void line(String text) {
    out.append(text).append('\n');
  }

  final void mark(String indent, boolean experimental) {
    if (experimental) {
      line(indent + "@Experimental");
    }
  }

  final void comment(String indent, String text, List<String> tags) {
    if (text.isEmpty() && tags.isEmpty()) {
      return;
    }
    List<String> lines = new ArrayList<>();
    boolean first = true;
    for (String paragraph : text.strip().split("\\n\\s*\\n")) {
      if (!first) {
        lines.add("");
      }
      lines.addAll(wrapped((first ? "" : "<p>") + paragraph, 94 - indent.length()));
      first = false;
    }
    if (lines.size() == 1 && tags.isEmpty()) {
      line(indent + "/** " + lines.get(0) + " */");
      return;
    }
    line(indent + "/**");
    lines.forEach(one -> line(indent + (one.isEmpty() ? " *" : " * " + one)));
    if (!tags.isEmpty()) {
      line(indent + " *");
      for (String tag : tags) {
        List<String> parts = wrapped(tag, 90 - indent.length());
        for (int i = 0; i < parts.size(); i++) {
          line(indent + (i == 0 ? " * " : " *     ") + parts.get(i));
        }
      }
    }
    line(indent + " */");
  }

  private static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder now = new StringBuilder();
    for (String word : text.strip().split("\\s+")) {
      if (now.length() > 0 && now.length() + 1 + word.length() > width) {
        lines.add(now.toString());
        now.setLength(0);
      }
      now.append(now.length() > 0 ? " " : "").append(word);
    }
    lines.add(now.toString());
    return lines;
  }

  /**
   * The schema's own description as Javadoc, without what Codex's developers noted there for
   * themselves; empty without one.
   */
  static String described(JsonNode one) {
    return one.path("description")
        .asText("")
        .replaceFirst("(?s)\\s*\\bT[O]DO:.*", "")
        .replaceFirst("^@deprecated ?", "Deprecated by Codex. ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("@", "&#64;")
        .replace("{", "&#123;")
        .replace("}", "&#125;")
        .replace("*/", "*&#47;")
        .replace("\\u", "&#92;u");
  }
}

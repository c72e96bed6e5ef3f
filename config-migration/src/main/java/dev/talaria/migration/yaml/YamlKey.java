package dev.talaria.migration.yaml;

import dev.talaria.migration.MigrationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * One text in the maps of a YAML document, such as {@code model.openai_runtime}, read and changed
 * with every other byte left as it is.
 *
 * <p>Places come from the YAML parser, and the result is parsed again: it has to hold the same
 * values but for this one. Immutable.
 *
 * @param path the keys from the top of the document to the text; plain words
 */
public record YamlKey(List<String> path) {

  public YamlKey {
    path = List.copyOf(path);
    if (path.isEmpty()) {
      throw new IllegalArgumentException("a path has at least one key");
    }
  }

  /** The text at these keys. */
  public static YamlKey of(String... path) {
    return new YamlKey(List.of(path));
  }

  /**
   * The value; empty if it is not there, is not a text, or the document is not a map.
   *
   * @param name what errors call the document
   * @throws MigrationException if it is not valid YAML
   */
  public Optional<String> read(String yaml, String name) {
    Object found = YamlDocument.of(yaml, name).load();
    for (String key : path) {
      found = found instanceof Map<?, ?> inner ? inner.get(key) : null;
    }
    return found instanceof String value ? Optional.of(value) : Optional.empty();
  }

  /**
   * The document with the value set.
   *
   * @param value a plain word: it is written without quotes
   * @throws MigrationException if the document is not valid YAML, or has a form in which the value
   *     cannot be set without changing something else
   */
  public String write(String yaml, String name, String value) {
    Object before = YamlDocument.of(yaml, name).load();
    String text = edited(yaml, name, value);
    if (!Objects.equals(Optional.of(expected(before, 0, value)), parsed(text))) {
      throw new MigrationException(
          "%s was not changed: the value cannot be set without changing another. Set %s: %s by hand"
              .formatted(name, String.join(".", path), value));
    }
    return text;
  }

  /** Empty if it is not valid YAML, which an edit of an unusual form may lead to. */
  private static Optional<Object> parsed(String yaml) {
    try {
      return Optional.ofNullable(YamlDocument.of(yaml, "").load());
    } catch (MigrationException e) {
      return Optional.empty();
    }
  }

  private Object expected(Object before, int depth, String value) {
    if (depth == path.size()) {
      return value;
    }
    Map<Object, Object> map = copy(before);
    map.put(path.get(depth), expected(map.get(path.get(depth)), depth + 1, value));
    return map;
  }

  private static Map<Object, Object> copy(Object map) {
    return map instanceof Map<?, ?> entries ? new LinkedHashMap<>(entries) : new LinkedHashMap<>();
  }

  private String edited(String yaml, String name, String value) {
    String end = yaml.contains("\r\n") ? "\r\n" : "\n";
    Optional<Node> root = YamlDocument.of(yaml, name).compose();
    if (root.isEmpty() || isNull(root.get())) {
      return withLineEnd(yaml, end) + block(0, "", end, value) + end;
    }
    Node node = root.get();
    for (int depth = 0; depth < path.size(); depth++) {
      if (isNull(node)) {
        return replaced(yaml, node, "{" + flow(depth, value) + "}");
      }
      String what = depth == 0 ? "the document" : String.join(".", path.subList(0, depth));
      MappingNode map = mapping(node, name, what);
      NodeTuple entry = find(map, path.get(depth));
      if (entry == null) {
        return insert(yaml, map, depth, value, end);
      }
      node = entry.getValueNode();
    }
    return replaced(yaml, node, value);
  }

  /** The keys from this depth on, each on a line of its own. */
  private String block(int depth, String indent, String end, String value) {
    StringBuilder lines = new StringBuilder(path.get(depth)).append(':');
    String inner = indent;
    for (String key : path.subList(depth + 1, path.size())) {
      inner += "  ";
      lines.append(end).append(inner).append(key).append(':');
    }
    return lines.append(' ').append(value).toString();
  }

  /** The keys from this depth on, in one line. */
  private String flow(int depth, String value) {
    int last = path.size() - 1;
    return String.join(": {", path.subList(depth, last + 1))
        + ": "
        + value
        + "}".repeat(last - depth);
  }

  private static String replaced(String yaml, Node old, String value) {
    int from = offset(yaml, old.getStartMark());
    String gap = from > 0 && yaml.charAt(from - 1) == ':' ? " " : "";
    return yaml.substring(0, from) + gap + value + yaml.substring(offset(yaml, old.getEndMark()));
  }

  /** Before the first entry of the map, at its indentation. */
  private String insert(String yaml, MappingNode map, int depth, String value, String end) {
    if (map.getFlowStyle() == FlowStyle.FLOW) {
      int brace = offset(yaml, map.getStartMark()) + 1;
      String comma = map.getValue().isEmpty() ? "" : ", ";
      return yaml.substring(0, brace) + flow(depth, value) + comma + yaml.substring(brace);
    }
    Mark first = map.getValue().get(0).getKeyNode().getStartMark().orElseThrow();
    int at = offset(yaml, Optional.of(first));
    String indent = " ".repeat(first.getColumn());
    return yaml.substring(0, at)
        + block(depth, indent, end, value)
        + end
        + indent
        + yaml.substring(at);
  }

  private static String withLineEnd(String yaml, String end) {
    return yaml.isEmpty() || yaml.endsWith("\n") ? yaml : yaml + end;
  }

  private static MappingNode mapping(Node node, String name, String what) {
    if (node instanceof MappingNode mapping) {
      return mapping;
    }
    throw new MigrationException(
        name + " was not changed: " + what + " is not a map. Write it as a map of keys and values");
  }

  private static NodeTuple find(MappingNode mapping, String key) {
    return mapping.getValue().stream()
        .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode scalar)
        .filter(tuple -> ((ScalarNode) tuple.getKeyNode()).getValue().equals(key))
        .findFirst()
        .orElse(null);
  }

  private static boolean isNull(Node node) {
    return node instanceof ScalarNode scalar
        && List.of("", "~", "null", "Null", "NULL").contains(scalar.getValue())
        && scalar.isPlain();
  }

  /** Marks count code points. */
  private static int offset(String yaml, Optional<Mark> mark) {
    return yaml.offsetByCodePoints(0, mark.orElseThrow().getIndex());
  }
}

package dev.talaria.telemetry;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Spans, or observations, as lines of text: what differs from run to run is named, not shown. */
final class SpanTree {

  /** The parent is {@code null} for a root. */
  private record Node(Object id, Object parent, String name, Map<String, String> attributes) {}

  private final List<Node> nodes;
  private final Map<String, String> names = new LinkedHashMap<>();

  private SpanTree(List<Node> nodes) {
    this.nodes = nodes;
  }

  static String of(List<SpanData> spans) {
    List<Node> nodes = new ArrayList<>();
    spans.stream()
        .sorted(Comparator.comparingLong(SpanData::getStartEpochNanos))
        .forEach(
            span -> {
              Map<String, String> attributes = new TreeMap<>();
              span.getAttributes()
                  .forEach(
                      (key, value) ->
                          attributes.put(
                              key.getKey(),
                              value instanceof List<?> all
                                  ? String.join(",", all.stream().map(String::valueOf).toList())
                                  : value.toString()));
              nodes.add(
                  new Node(span.getSpanId(), span.getParentSpanId(), span.getName(), attributes));
            });
    return new SpanTree(nodes).text();
  }

  /** Of what has started, in that order. */
  static String ofObservations(List<Observation.Context> started) {
    List<Node> nodes = new ArrayList<>();
    for (Observation.Context context : started) {
      Map<String, String> attributes = new TreeMap<>();
      for (KeyValue pair : context.getAllKeyValues()) {
        if (!pair.getValue().equals(KeyValue.NONE_VALUE)) {
          attributes.put(pair.getKey(), pair.getValue());
        }
      }
      Object parent =
          context.getParentObservation() == null
              ? null
              : context.getParentObservation().getContextView();
      nodes.add(new Node(context, parent, context.getContextualName(), attributes));
    }
    return new SpanTree(nodes).text();
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (Node node : nodes) {
      if (nodes.stream().noneMatch(other -> other.id.equals(node.parent))) {
        write(node, "", text);
      }
    }
    return text.toString();
  }

  private void write(Node node, String indent, StringBuilder text) {
    text.append(indent).append(named(node, node.name)).append('\n');
    node.attributes.forEach(
        (key, value) ->
            text.append(indent)
                .append("  | ")
                .append(key)
                .append(" = ")
                .append(shown(node, key, value))
                .append('\n'));
    nodes.stream()
        .filter(child -> node.id.equals(child.parent))
        .forEach(child -> write(child, indent + "  ", text));
  }

  private String shown(Node node, String key, String value) {
    if (key.endsWith(".id") && !key.startsWith("gen_ai.tool")) {
      String kind = key.contains("conversation") ? "thread" : "turn";
      return names.computeIfAbsent(
          value,
          unseen -> {
            long count = names.values().stream().filter(name -> name.contains(kind)).count();
            return "<" + kind + " " + (count + 1) + ">";
          });
    }
    return key.endsWith("wait_time") ? "<seconds>" : named(node, value);
  }

  /** Codex gives a sub-agent one of its names. */
  private static String named(Node node, String value) {
    String agent = node.attributes.getOrDefault("gen_ai.agent.name", "codex");
    return agent.equals("codex") ? value : value.replace(agent, "<name>");
  }
}

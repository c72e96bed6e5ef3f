package dev.talaria.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.base.Redaction;
import dev.talaria.base.VisibleText;
import dev.talaria.protocol.Item;
import dev.talaria.protocol.PatchChange;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.transcript.ItemProjector;
import dev.talaria.transcript.Message;
import dev.talaria.transcript.ToolCall;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How a tool-shaped item is shown. Immutable.
 *
 * <p>Id, name, arguments and result are those of the transcript's rows, because they are made by
 * its projector.
 *
 * @param call the transcript's call
 * @param result the transcript's answer
 */
record DisplayedTool(Item item, ToolCall call, String result) {

  private static final int PREVIEW = 120;
  private static final Set<String> PATCHED = Set.of("completed", "applied", "success");

  /** The tool of an item; empty if the item is not a tool. */
  static Optional<DisplayedTool> of(Item item) {
    List<Message> rows = new ItemProjector().projectCompleted(item, "", "").messages();
    if (rows.size() == 2
        && rows.get(0) instanceof Message.Assistant asking
        && rows.get(1) instanceof Message.Tool answer) {
      return Optional.of(new DisplayedTool(item, asking.toolCalls().get(0), answer.content()));
    }
    return Optional.empty();
  }

  String id() {
    return call.id();
  }

  String name(Set<String> ownServers) {
    return item instanceof Item.McpToolCall mcp
            && ownServers.contains(mcp.server())
            && !mcp.tool().isEmpty()
        ? mcp.tool()
        : call.name();
  }

  JsonNode args() {
    try {
      return WireJson.mapper().readTree(call.arguments());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the projector's arguments are not JSON", e);
    }
  }

  String preview() {
    String text = call.arguments().equals("{}") ? "" : call.arguments();
    if (item instanceof Item.CommandExecution command) {
      text = command.command();
    } else if (item instanceof Item.FileChange change) {
      text = summary(change.changes());
    } else if (item instanceof Item.WebSearch search) {
      text = search.query();
    }
    return VisibleText.onOneLine(Redaction.redact(text), PREVIEW);
  }

  /** {@code 1 add, 1 update: /tmp/new.py, /tmp/old.py}; empty while no file is named. */
  private static String summary(List<PatchChange> changes) {
    if (changes.isEmpty()) {
      return "";
    }
    Map<String, Integer> kinds = new TreeMap<>();
    changes.forEach(change -> kinds.merge(change.kind(), 1, Integer::sum));
    return kinds.entrySet().stream()
            .map(kind -> kind.getValue() + " " + kind.getKey())
            .collect(Collectors.joining(", "))
        + ": "
        + changes.stream().map(PatchChange::path).collect(Collectors.joining(", "));
  }

  /** As Codex measured it. */
  Optional<Duration> duration() {
    JsonNode millis = item.raw().path("durationMs");
    return millis.isIntegralNumber() && millis.canConvertToLong() && millis.longValue() >= 0
        ? Optional.of(Duration.ofMillis(millis.longValue()))
        : Optional.empty();
  }

  boolean isError() {
    return item.accept(new Failed());
  }

  /** Whether a tool failed. */
  private static final class Failed implements Item.ToolVisitor<Boolean> {

    @Override
    public Boolean visit(Item.CommandExecution item) {
      return item.exitCode().isPresent()
          ? item.exitCode().getAsInt() != 0
          : isFailure(item.status());
    }

    @Override
    public Boolean visit(Item.FileChange item) {
      return !PATCHED.contains(item.status());
    }

    @Override
    public Boolean visit(Item.McpToolCall item) {
      return item.error().isPresent() || isFailure(item.status());
    }

    @Override
    public Boolean visit(Item.DynamicToolCall item) {
      return item.success().map(success -> !success).orElse(isFailure(item.status()));
    }

    @Override
    public Boolean visit(Item.WebSearch item) {
      return false;
    }

    @Override
    public Boolean other(Item item) {
      return false;
    }
  }

  /** A command that never ran has no exit code. */
  private static boolean isFailure(String status) {
    return status.equals("failed") || status.equals("declined");
  }
}

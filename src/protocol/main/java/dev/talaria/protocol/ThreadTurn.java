package dev.talaria.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.wire.WireJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A turn as {@code thread/turns/list} tells it. Immutable as long as the raw node is not modified.
 *
 * <p>0.125.0 and 0.130.0 leave commands out of the items (0.125.0 file changes, too) and give
 * messages other ids than the live ones.
 *
 * @param raw the element of {@code data}
 */
public record ThreadTurn(JsonNode raw) {

  /** The turn's id; empty when the wire gives none. */
  public String id() {
    return WireJson.text(raw, "id");
  }

  /**
   * {@code inProgress}, {@code completed}, {@code interrupted}, {@code failed} or a later value.
   */
  public String status() {
    return WireJson.text(raw, "status");
  }

  /** Why it failed; {@code null} when it did not. */
  public CodexError error() {
    return raw.path("error").isObject() ? CodexError.of(raw.path("error")) : null;
  }

  /** How long it took, to the millisecond; empty when Codex does not say. */
  public Optional<Duration> duration() {
    JsonNode millis = raw.path("durationMs");
    return millis.isIntegralNumber()
        ? Optional.of(Duration.ofMillis(millis.longValue()))
        : Optional.empty();
  }

  /** What it holds, as far as the version tells. */
  public List<ThreadItem> items() {
    List<ThreadItem> items = new ArrayList<>();
    raw.path("items").forEach(item -> items.add(ThreadItem.of(item)));
    return items;
  }

  /** The turns of a {@code thread/turns/list} result, in its order. */
  public static List<ThreadTurn> listOf(JsonNode result) {
    List<ThreadTurn> turns = new ArrayList<>();
    result.path("data").forEach(turn -> turns.add(new ThreadTurn(turn)));
    return turns;
  }
}

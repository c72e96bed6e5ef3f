package dev.talaria.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.wire.WireJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A turn as {@code thread/turns/list} returns it. Immutable as long as the raw node is not
 * modified.
 *
 * <p>0.125.0 and 0.130.0 leave commands out of the items (0.125.0 file changes, too) and give
 * messages other ids than the live ones.
 *
 * @param raw the element of {@code data}
 */
public record ThreadTurn(JsonNode raw) {

  /** {@return the turn's id; empty when the wire gives none} */
  public String id() {
    return WireJson.text(raw, "id");
  }

  /**
   * {@return {@code inProgress}, {@code completed}, {@code interrupted}, {@code failed} or a later
   * value}
   */
  public String status() {
    return WireJson.text(raw, "status");
  }

  /** {@return why it failed; {@code null} when it did not} */
  public CodexError error() {
    return raw.path("error").isObject() ? CodexError.of(raw.path("error")) : null;
  }

  /** {@return how long it took, to the millisecond; empty when Codex does not say} */
  public Optional<Duration> duration() {
    JsonNode millis = raw.path("durationMs");
    return millis.isIntegralNumber()
        ? Optional.of(Duration.ofMillis(millis.longValue()))
        : Optional.empty();
  }

  /**
   * {@return whether it was cut off by the end of the Codex that ran it, and interrupted by nobody}
   *
   * <p>Source: measured with 0.169.0. A turn that a client interrupted has {@code completedAt}, one
   * whose Codex was killed has {@code null} there.
   */
  public boolean isCutOff() {
    return status().equals("interrupted") && raw.path("completedAt").isNull();
  }

  /** {@return what it holds, in order, as far as this version of Codex gives it} */
  public List<Item> items() {
    List<Item> items = new ArrayList<>();
    raw.path("items").forEach(item -> items.add(Item.of(item)));
    return items;
  }

  /**
   * {@return the turns of a {@code thread/turns/list} result, in its order}
   *
   * @param result what {@code thread/turns/list} answered
   */
  public static List<ThreadTurn> listOf(JsonNode result) {
    List<ThreadTurn> turns = new ArrayList<>();
    result.path("data").forEach(turn -> turns.add(new ThreadTurn(turn)));
    return turns;
  }
}

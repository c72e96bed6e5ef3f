package dev.talaria.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.wire.WireJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An item as {@code thread/items/list} returns it (since 0.151.0), with its turn and its times.
 * Immutable as long as the raw node is not modified.
 *
 * @param raw the element of {@code data}
 */
public record StoredItem(JsonNode raw) {

  /** {@return the id of the turn that it belongs to; empty when the wire gives none} */
  public String turnId() {
    return WireJson.text(raw, "turnId");
  }

  /** {@return what it holds} */
  public Item item() {
    return Item.of(raw.path("item"));
  }

  /** {@return when it began, to the millisecond; empty when Codex does not say} */
  public Optional<Instant> startedAt() {
    return time("startedAtMs");
  }

  /** {@return when it ended, to the millisecond; empty when Codex does not say} */
  public Optional<Instant> completedAt() {
    return time("completedAtMs");
  }

  private Optional<Instant> time(String field) {
    return raw.path(field).isIntegralNumber()
        ? Optional.of(Instant.ofEpochMilli(raw.path(field).longValue()))
        : Optional.empty();
  }

  /**
   * {@return the items of a {@code thread/items/list} result, in its order}
   *
   * @param result what {@code thread/items/list} answered
   */
  public static List<StoredItem> listOf(JsonNode result) {
    List<StoredItem> items = new ArrayList<>();
    result.path("data").forEach(item -> items.add(new StoredItem(item)));
    return items;
  }
}

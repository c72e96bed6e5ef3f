// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;

/**
 * An exclusive item position within the requested visible turn.
 *
 * <p>Its {@code type} says what it is.
 */
public sealed interface ThreadItemsListAnchor extends WireValue {

  /**
   * {@return the value of a kind that {@code type} names}
   *
   * @param json an object
   */
  static ThreadItemsListAnchor read(JsonNode json) {
    return switch (Wire.kind(json, "type")) {
      case "item" -> new Item(json);
      default -> new Unrecognized(json);
    };
  }

  /** {@code type} is {@code item}. */
  final class Item extends WireObject implements ThreadItemsListAnchor {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Item(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param itemId {@code itemId}
     * @return a value with these fields
     */
    public static Item of(String itemId) {
      return new Item(Wire.object("type", "item", "itemId", itemId));
    }

    /** {@return {@code itemId}} */
    public String itemId() {
      return Wire.text(json(), "itemId");
    }
  }

  /** One with a {@code type} that is not known here. */
  final class Unrecognized extends WireObject implements ThreadItemsListAnchor {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Unrecognized(JsonNode json) {
      super(json);
    }
  }
}

package dev.talaria.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * One file of a {@link Item.FileChange}: what happens to it, where, and how.
 *
 * <p>Immutable as long as its raw node is not modified. Source: member {@code changes} of a {@code
 * fileChange} item in {@code item/started} and {@code item/completed}.
 *
 * @param raw the element of {@code changes}, of any JSON type
 */
public record PatchChange(JsonNode raw) {

  /**
   * {@return {@code add}, {@code delete}, {@code update} or a kind of a later Codex; {@code update}
   * when the wire names none} Codex sends {@code {"type": kind}}; a plain string is understood too.
   */
  public String kind() {
    JsonNode kind = ItemFields.member(raw, "kind");
    String name = kind.isTextual() ? kind.textValue() : ItemFields.scalar(kind, "type");
    return name.isEmpty() ? "update" : name;
  }

  /** {@return the absolute path of the file before the change; empty when the wire names none} */
  public String path() {
    return ItemFields.text(raw, "path");
  }

  /** {@return where an updated file is moved to; the wire calls it {@code kind.move_path}} */
  public Optional<String> movePath() {
    return ItemFields.optionalText(ItemFields.member(raw, "kind"), "move_path");
  }

  /**
   * {@return a unified hunk for an update, the plain content of the file for an add or a delete}
   */
  public String diff() {
    return ItemFields.text(raw, "diff");
  }
}

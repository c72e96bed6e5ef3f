package dev.talaria.migration.section;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one migration wrote, as hashes: enough to know it again, not enough to read it. Immutable.
 *
 * @param existed whether there was a file before
 * @param salt of the hashes of values, which are often easy to guess
 * @param values the hash of each value that was written, by its path
 * @param section the hash of the section's text
 * @param user the hash of the text outside the section
 * @param original the hash of the backup, which is the text without the section
 * @param before line ends that were added before the section
 * @param after line ends that were added after it
 * @param removed what the section has taken in, as places in the backup
 * @param taken the paths of values that are the user's own: the section has taken them in
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RecordedSection(
    boolean existed,
    String salt,
    Map<String, String> values,
    String section,
    String user,
    String original,
    String before,
    String after,
    List<Span> removed,
    List<String> taken) {

  /**
   * A stretch of a text, in characters.
   *
   * @param hash of the text that stood there
   * @param table the table in which it stood; its own for a table
   */
  record Span(int start, int end, String hash, List<String> table) {

    Span {
      table = table == null ? List.of() : List.copyOf(table);
    }
  }

  public RecordedSection {
    values = values == null ? Map.of() : Map.copyOf(values);
    before = before == null ? "" : before;
    after = after == null ? "" : after;
    removed = removed == null ? List.of() : List.copyOf(removed);
    taken = taken == null ? List.of() : List.copyOf(taken);
  }

  /**
   * Without a backup to put the user's own values back from, those in the section are the only ones
   * there are: they are the user's again.
   */
  RecordedSection withoutBackup() {
    Map<String, String> ours = new HashMap<>(values);
    ours.keySet().removeAll(taken);
    return new RecordedSection(
        existed, salt, ours, section, user, original, before, after, removed, List.of());
  }

  /** Whether the value at {@code path} is the one that was written there. */
  boolean wrote(List<String> path, Object value) {
    Map<String, String> now = Hashes.of(salt, path, value);
    return !now.isEmpty()
        && now.entrySet().stream().allMatch(e -> e.getValue().equals(values.get(e.getKey())));
  }

  /** Whether anything below {@code path} was written. */
  boolean wroteBelow(List<String> path) {
    String prefix = Hashes.pathKey(path);
    String open = prefix + Hashes.PATH_SEPARATOR;
    return values.keySet().stream().anyMatch(k -> k.equals(prefix) || k.startsWith(open));
  }

  /** The names below a table, such as the servers in {@code mcp_servers}. */
  public List<String> names(String table) {
    String prefix = table + Hashes.PATH_SEPARATOR;
    return values.keySet().stream()
        .filter(key -> key.startsWith(prefix))
        .map(key -> key.substring(prefix.length()).split(Hashes.PATH_SEPARATOR, 2)[0])
        .distinct()
        .sorted()
        .toList();
  }
}

package dev.talaria.migration;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a migration did, or would do. Immutable. As JSON it has these names, without the texts.
 *
 * @param target the file, with links followed
 * @param written whether it was written
 * @param dryRun whether nothing was to be written
 * @param changed whether the file is, or would be, another than before
 * @param migrated the servers of the host that are in the section now
 * @param skippedKeys by server, the host's keys that Codex does not know, with the reason
 * @param preserved what the user defines, and the host therefore does not
 * @param plugins in the section, as {@code name@marketplace}
 * @param pluginQueryError why plugins were left alone; {@code null} if they were not
 * @param defaultPermissions the profile that the section sets; {@code null} for none
 * @param warnings for people
 * @param errors one for each server that was left out; not empty means that the host has to act
 * @param verifiedWith the version of the Codex that has loaded the result; {@code null} if none has
 * @param backup the file that holds the text without the section; {@code null} if there is none
 * @param before the text before; has secrets where the file has
 * @param after the text after
 */
public record MigrationReport(
    String target,
    boolean written,
    boolean dryRun,
    boolean changed,
    List<String> migrated,
    Map<String, List<String>> skippedKeys,
    List<String> preserved,
    List<String> plugins,
    String pluginQueryError,
    String defaultPermissions,
    List<String> warnings,
    List<String> errors,
    String verifiedWith,
    String backup,
    @JsonIgnore String before,
    @JsonIgnore String after) {

  /**
   * For the tests of a host; a {@link Migrator} makes the others.
   *
   * @param target a path
   * @param written never {@code true} in a dry run
   * @param dryRun as {@link MigrationOptions.Builder#dryRun}
   * @param changed also {@code true} in a dry run that would change the file
   * @param migrated copied
   * @param skippedKeys copied, in its order
   * @param preserved copied
   * @param plugins copied
   * @param pluginQueryError may be {@code null}
   * @param defaultPermissions may be {@code null}
   * @param warnings copied
   * @param errors copied
   * @param verifiedWith may be {@code null}
   * @param backup may be {@code null}
   * @param before empty where there was no file
   * @param after empty where the file is removed
   */
  public MigrationReport {
    migrated = List.copyOf(migrated);
    skippedKeys = Collections.unmodifiableMap(new LinkedHashMap<>(skippedKeys));
    preserved = List.copyOf(preserved);
    plugins = List.copyOf(plugins);
    warnings = List.copyOf(warnings);
    errors = List.copyOf(errors);
  }

  /** Without the texts: those may hold secrets. */
  @Override
  public String toString() {
    return "MigrationReport[target=%s, written=%s, changed=%s, migrated=%s, errors=%s]"
        .formatted(target, written, changed, migrated, errors);
  }
}

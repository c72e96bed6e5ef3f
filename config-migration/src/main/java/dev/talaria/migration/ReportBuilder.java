package dev.talaria.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects what a migration finds and does, for its {@link MigrationReport}. For one thread. */
final class ReportBuilder {

  final List<String> migrated = new ArrayList<>();
  final Map<String, List<String>> skippedKeys = new TreeMap<>();
  final List<String> preserved = new ArrayList<>();
  final List<String> plugins = new ArrayList<>();
  final List<String> warnings = new ArrayList<>();
  final List<String> errors = new ArrayList<>();
  String pluginQueryError;
  String defaultPermissions;
  String verifiedWith;
  String backup;

  /**
   * The report.
   *
   * @param changed whether {@code after} is to take the place of {@code before}
   */
  MigrationReport build(
      String target, boolean dryRun, boolean changed, String before, String after) {
    return new MigrationReport(
        target,
        changed && !dryRun,
        dryRun,
        changed,
        migrated,
        skippedKeys,
        preserved,
        plugins,
        pluginQueryError,
        defaultPermissions,
        warnings,
        errors,
        verifiedWith,
        backup,
        before,
        after);
  }
}

package dev.talaria.migration.section;

import dev.talaria.migration.MigrationReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects what a migration finds and does, for its {@link MigrationReport}. For one thread. */
public final class ReportBuilder {

  final List<String> migrated = new ArrayList<>();
  public final Map<String, List<String>> skippedKeys = new TreeMap<>();
  final List<String> preserved = new ArrayList<>();
  final List<String> plugins = new ArrayList<>();
  public final List<String> warnings = new ArrayList<>();
  public final List<String> errors = new ArrayList<>();
  public String pluginQueryError;
  String defaultPermissions;
  public String verifiedWith;
  public String backup;

  /**
   * The report.
   *
   * @param changed whether {@code after} is to take the place of {@code before}
   */
  public MigrationReport build(
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

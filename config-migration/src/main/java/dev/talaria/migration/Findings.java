package dev.talaria.migration;

import java.util.ArrayList;
import java.util.List;

/** What a migration found and decided, as it goes into its report. One use, one thread. */
final class Findings {

  final List<String> migrated = new ArrayList<>();
  final List<String> preserved = new ArrayList<>();
  final List<String> plugins = new ArrayList<>();
  final List<String> warnings = new ArrayList<>();
  String defaultPermissions;
}

package dev.talaria.approval;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What a permission profile asks for, in words. Pure functions. */
final class PermissionText {

  private static final int SHOWN = 50;

  private PermissionText() {}

  /** A line for each permission. */
  static List<String> of(JsonNode profile, SafeText safe) {
    RequestedPermissions asked = RequestedPermissions.of(profile);
    List<String> lines = new ArrayList<>();
    if (asked.network()) {
      lines.add("network: any host");
    }
    add(lines, "read: ", asked.read(), safe);
    add(lines, "write: ", asked.write(), safe);
    add(lines, "other: ", asked.other(), safe);
    if (lines.isEmpty()) {
      lines.add("nothing");
    }
    return lines;
  }

  private static void add(List<String> lines, String name, List<String> values, SafeText safe) {
    int most = safe.most(SHOWN);
    values.stream().limit(most).forEach(value -> lines.add(name + safe.name(value)));
    if (values.size() > most) {
      lines.add(name + "and " + (values.size() - most) + " more");
    }
  }
}

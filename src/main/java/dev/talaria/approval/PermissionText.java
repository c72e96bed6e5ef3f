package dev.talaria.approval;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What a permission profile asks for, in words. Pure functions. */
final class PermissionText {

  private static final int SHOWN = 50;

  private PermissionText() {}

  /** A line for each permission. */
  static List<String> of(JsonNode profile) {
    RequestedPermissions asked = RequestedPermissions.of(profile);
    List<String> lines = new ArrayList<>();
    if (asked.network()) {
      lines.add("network: any host");
    }
    add(lines, "read: ", asked.read());
    add(lines, "write: ", asked.write());
    add(lines, "other: ", asked.other());
    if (lines.isEmpty()) {
      lines.add("nothing");
    }
    return lines;
  }

  private static void add(List<String> lines, String name, List<String> values) {
    values.stream().limit(SHOWN).forEach(value -> lines.add(name + SafeText.name(value)));
    if (values.size() > SHOWN) {
      lines.add(name + "and " + (values.size() - SHOWN) + " more");
    }
  }
}

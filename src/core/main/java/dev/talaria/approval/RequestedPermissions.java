package dev.talaria.approval;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a {@code {"network":…,"fileSystem":…}} object requests. Immutable.
 *
 * <p>Source: {@code RequestPermissionProfile} in the schemas. Newer versions say each path twice,
 * in {@code read} or {@code write} and in {@code entries}; it is listed once.
 *
 * @param network whether the network is asked for
 * @param read paths to read
 * @param write paths to write; they may be read, too
 * @param other what is asked beyond that, such as patterns, special places or unknown members, as
 *     JSON text: nothing that a rule about paths could judge
 */
public record RequestedPermissions(
    boolean network, List<String> read, List<String> write, List<String> other) {

  private static final int SHOWN = 50;

  /**
   * For tests; {@link #of} reads what Codex sent.
   *
   * @param network whether the network is asked for
   * @param read copied
   * @param write copied
   * @param other copied
   */
  public RequestedPermissions {
    read = List.copyOf(read);
    write = List.copyOf(write);
    other = List.copyOf(other);
  }

  /**
   * Reads a profile of any shape; never throws.
   *
   * @param profile the object; what has another shape is listed under {@link #other}
   * @return what it asks for; nothing for a missing node or a JSON null
   */
  public static RequestedPermissions of(JsonNode profile) {
    List<String> read = new ArrayList<>();
    List<String> write = new ArrayList<>();
    List<String> other = new ArrayList<>();
    boolean network = false;
    if (!profile.isObject()) {
      if (!profile.isMissingNode() && !profile.isNull()) {
        other.add(profile.toString());
      }
      return new RequestedPermissions(false, read, write, other);
    }
    for (var member : profile.properties()) {
      JsonNode value = member.getValue();
      if (value.isNull()) {
        continue;
      }
      switch (member.getKey()) {
        case "network" -> {
          network = value.path("enabled").asBoolean(false);
          if (value.size() > (value.has("enabled") ? 1 : 0) || !value.isObject()) {
            other.add("network " + value);
          }
        }
        case "fileSystem" -> fileSystem(value, read, write, other);
        default -> other.add(member.getKey() + " " + value);
      }
    }
    return new RequestedPermissions(network, read, write, other);
  }

  private static void fileSystem(
      JsonNode value, List<String> read, List<String> write, List<String> other) {
    if (!value.isObject()) {
      other.add("fileSystem " + value);
    }
    for (var member : value.properties()) {
      for (JsonNode element : member.getValue()) {
        switch (member.getKey()) {
          case "read" -> path(element, read, other);
          case "write" -> path(element, write, other);
          case "entries" -> entry(element, read, write, other);
          default -> other.add(member.getKey() + " " + element);
        }
      }
      if (member.getValue().isValueNode() && !member.getValue().isNull()) {
        other.add(member.getKey() + " " + member.getValue());
      }
    }
  }

  private static void entry(
      JsonNode entry, List<String> read, List<String> write, List<String> other) {
    String access = entry.path("access").asText("");
    if (entry.at("/path/type").asText("").equals("path")
        && (access.equals("read") || access.equals("write"))) {
      path(entry.at("/path/path"), access.equals("read") ? read : write, other);
    } else {
      other.add(entry.toString());
    }
  }

  private static void path(JsonNode path, List<String> paths, List<String> other) {
    if (!path.isTextual()) {
      other.add(path.toString());
    } else if (!paths.contains(path.textValue())) {
      paths.add(path.textValue());
    }
  }

  /** What is asked for in words, a line for each permission. */
  List<String> lines(SafeText safe) {
    List<String> lines = new ArrayList<>();
    if (network) {
      lines.add("network: any host");
    }
    add(lines, "read: ", read, safe);
    add(lines, "write: ", write, safe);
    add(lines, "other: ", other, safe);
    return lines.isEmpty() ? List.of("nothing") : lines;
  }

  private static void add(List<String> lines, String name, List<String> values, SafeText safe) {
    int most = safe.most(SHOWN);
    values.stream().limit(most).forEach(value -> lines.add(name + safe.name(value)));
    if (values.size() > most) {
      lines.add(name + "and " + (values.size() - most) + " more");
    }
  }
}

package dev.talaria.migration;

import dev.talaria.migration.yaml.YamlDocument;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A host's YAML configuration. A migration reads {@code mcp_servers} and {@code host_tools} of it;
 * {@link #values} has the rest.
 *
 * <p>Immutable once it is read. Safe on any file: no tag makes an object, a key that is given twice
 * is refused, size and aliases are bounded.
 */
public final class HostConfig {

  private final String name;
  private final Map<?, ?> root;

  private HostConfig(String name, Map<?, ?> root) {
    this.name = name;
    this.root = root;
  }

  /**
   * Reads a file of at most 4 MiB.
   *
   * @param file in UTF-8; its path is what messages call the configuration
   * @return the configuration; the file is not read again
   * @throws MigrationException if it cannot be read, or as {@link #parse} does
   */
  public static HostConfig read(Path file) {
    return new HostConfig(file.toString(), YamlDocument.read(file).map());
  }

  /**
   * Parses a text; an empty one is an empty configuration.
   *
   * @param yaml the text of a file
   * @param name what the text is called in messages, such as the path it was read from
   * @return the configuration
   * @throws MigrationException with name, line and column (from 1) if it is not valid YAML, has a
   *     key twice or is not a map; the message has none of the text's values
   */
  public static HostConfig parse(String yaml, String name) {
    return new HostConfig(name, YamlDocument.of(yaml, name).map());
  }

  /** {@return all that the file holds, as maps, lists and scalars; unmodifiable at the top} */
  public Map<?, ?> values() {
    return Collections.unmodifiableMap(root);
  }

  /**
   * The value of {@code mcp_servers}, as YAML gave it.
   *
   * @return null if there is nothing
   */
  Object mcpServers() {
    return root.get("mcp_servers");
  }

  /**
   * {@return how the host's own MCP server is started, from {@code host_tools}; empty if there is
   * no such entry}
   *
   * @throws MigrationException if the entry is there and wrong
   */
  public Optional<HostTools> hostTools() {
    Object raw = root.get("host_tools");
    if (raw == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(HostTools.of(raw));
    } catch (IllegalArgumentException e) {
      throw new MigrationException(name + ": " + e.getMessage(), e);
    }
  }

  /**
   * {@return the same, with {@code tools} as its {@code host_tools}}
   *
   * @param tools replaces what is there
   */
  public HostConfig withHostTools(HostTools tools) {
    Map<Object, Object> next = new LinkedHashMap<>(root);
    next.put("host_tools", tools.values());
    return new HostConfig(name, next);
  }
}

package dev.talaria.migration;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * The host's YAML configuration, as far as a migration wants it: {@code mcp_servers} and {@code
 * host_tools}.
 *
 * <p>Immutable once it is read. Safe on any file: no tag makes an object, a key that is given twice
 * is refused, size and aliases are bounded.
 */
public final class HostConfig {

  private static final int LARGEST = 4 << 20;

  /** Enough for shared pieces in a file that a person wrote; too few for a bomb of aliases. */
  private static final int MOST_ALIASES = 50;

  private final String name;
  private final Map<?, ?> root;

  private HostConfig(String name, Map<?, ?> root) {
    this.name = name;
    this.root = root;
  }

  /**
   * Reads a file.
   *
   * @throws MigrationException if it cannot be read, or as {@link #parse} does
   */
  public static HostConfig read(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new MigrationException(
            "the host configuration " + file + " is larger than " + LARGEST + " bytes");
      }
      return parse(Files.readString(file, StandardCharsets.UTF_8), file.toString());
    } catch (NoSuchFileException e) {
      throw new MigrationException(
          "there is no host configuration " + file + ": check the path", e);
    } catch (CharacterCodingException e) {
      throw new MigrationException(file + " is not UTF-8: save it as UTF-8", e);
    } catch (IOException e) {
      throw new MigrationException("cannot read the host configuration " + file + ": " + e, e);
    }
  }

  /**
   * Parses a text; an empty one is an empty configuration.
   *
   * @param name what the text is called in messages, such as the path it was read from
   * @throws MigrationException with name, line and column (from 1) if it is no YAML, has a key
   *     twice or is not a map; the message has none of the text's values
   */
  public static HostConfig parse(String yaml, String name) {
    String text = yaml.startsWith("\ufeff") ? yaml.substring(1) : yaml;
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(name)
            .setAllowDuplicateKeys(false)
            .setAllowRecursiveKeys(false)
            .setMaxAliasesForCollections(MOST_ALIASES)
            .setCodePointLimit(LARGEST)
            .setSchema(new CoreSchema())
            .build();
    Object document;
    try {
      document = new Load(settings).loadFromString(text);
    } catch (YamlEngineException e) {
      throw YamlProblem.of(e, name);
    } catch (StackOverflowError e) {
      throw new MigrationException(name + ": is nested too deeply to be read");
    }
    if (document != null && !(document instanceof Map)) {
      throw new MigrationException(
          name
              + ":1:1: the file holds "
              + HostValues.type(document)
              + " at its top: it must hold keys with values, such as mcp_servers");
    }
    return new HostConfig(name, document == null ? Map.of() : (Map<?, ?>) document);
  }

  /**
   * What stands under {@code mcp_servers}, as YAML gave it.
   *
   * @return null if there is nothing
   */
  Object mcpServers() {
    return root.get("mcp_servers");
  }

  /**
   * How the host's own MCP server is started, from {@code host_tools}.
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

  /** Whether there is something under {@code key} at the top. */
  public boolean has(String key) {
    return root.get(key) != null;
  }

  /** The same, with {@code tools} as its {@code host_tools}. */
  public HostConfig withHostTools(HostTools tools) {
    Map<Object, Object> entry = new LinkedHashMap<>();
    entry.put("command", tools.command());
    entry.put("args", tools.args());
    entry.put("env", tools.env());
    tools.cwd().ifPresent(folder -> entry.put("cwd", folder));
    Map<Object, Object> next = new LinkedHashMap<>(root);
    next.put("host_tools", entry);
    return new HostConfig(name, next);
  }
}

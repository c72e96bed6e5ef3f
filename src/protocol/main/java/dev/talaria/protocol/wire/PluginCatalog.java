package dev.talaria.protocol.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What {@code plugin/list} tells. Immutable as long as the raw node is not modified.
 *
 * <p>Measured: a marketplace that is not loaded yet is simply not in it.
 *
 * @param raw the result
 */
public record PluginCatalog(JsonNode raw) {

  /** The marketplace of OpenAI, which is also meant where none is named. */
  public static final String CURATED = "openai-curated";

  /** The value of {@link Plugin#availability} of a plugin that may be used. */
  public static final String AVAILABLE = "AVAILABLE";

  /**
   * One plugin of a marketplace, installed or not.
   *
   * @param marketplace the name of its marketplace
   * @param raw the entry
   */
  public record Plugin(String marketplace, JsonNode raw) {

    /** Its name; empty when the wire gives none. */
    public String name() {
      return WireJson.text(raw, "name");
    }

    /** Its key in the configuration. */
    public String id() {
      return name() + "@" + marketplace;
    }

    /** Whether it lies in Codex's cache. */
    public boolean installed() {
      return raw.path("installed").asBoolean(false);
    }

    /** Whether the configuration switches it on, installed or not. */
    public boolean enabled() {
      return raw.path("enabled").asBoolean(true);
    }

    /** {@code AVAILABLE}, {@code DISABLED_BY_ADMIN} or a later value; 0.125.0 does not tell. */
    public String availability() {
      return WireJson.text(raw, "availability", AVAILABLE);
    }
  }

  /**
   * A marketplace that Codex cannot read.
   *
   * @param path its file; empty when the wire gives none
   * @param message why not
   */
  public record LoadError(String path, String message) {}

  /** The names of the marketplaces that are loaded. */
  public Set<String> marketplaces() {
    Set<String> names = new LinkedHashSet<>();
    raw.path("marketplaces").forEach(entry -> names.add(nameOf(entry)));
    return names;
  }

  /** The plugins of all marketplaces that have a name, in their order. */
  public List<Plugin> plugins() {
    List<Plugin> plugins = new ArrayList<>();
    for (JsonNode marketplace : raw.path("marketplaces")) {
      for (JsonNode plugin : marketplace.path("plugins")) {
        plugins.add(new Plugin(nameOf(marketplace), plugin));
      }
    }
    plugins.removeIf(plugin -> plugin.name().isEmpty());
    return plugins;
  }

  /** The marketplaces that could not be read. */
  public List<LoadError> loadErrors() {
    List<LoadError> errors = new ArrayList<>();
    for (JsonNode error : raw.path("marketplaceLoadErrors")) {
      errors.add(
          new LoadError(WireJson.text(error, "marketplacePath"), WireJson.text(error, "message")));
    }
    return errors;
  }

  private static String nameOf(JsonNode marketplace) {
    String name = WireJson.text(marketplace, "name", CURATED);
    return name.isBlank() ? CURATED : name;
  }
}

// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/**
 * {@code ConfigLayerSource} of the protocol.
 *
 * <p>Its {@code type} says what it is.
 */
public sealed interface ConfigLayerSource extends WireValue {

  /**
   * {@return the value of a kind that {@code type} names}
   *
   * @param json an object
   */
  static ConfigLayerSource read(JsonNode json) {
    return switch (Wire.kind(json, "type")) {
      case "packagedDefaults" -> new PackagedDefaults(json);
      case "mdm" -> new Mdm(json);
      case "system" -> new System(json);
      case "enterpriseManaged" -> new EnterpriseManaged(json);
      case "user" -> new User(json);
      case "project" -> new Project(json);
      case "sessionFlags" -> new SessionFlags(json);
      case "legacyManagedConfigTomlFromFile" -> new LegacyManagedConfigTomlFromFile(json);
      case "legacyManagedConfigTomlFromMdm" -> new LegacyManagedConfigTomlFromMdm(json);
      default -> new Unrecognized(json);
    };
  }

  /** Default configuration supplied with the installed Codex package. */
  final class PackagedDefaults extends WireObject implements ConfigLayerSource {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public PackagedDefaults(JsonNode json) {
      super(json);
    }

    /**
     * Path to the packaged default configuration file.
     *
     * @return {@code file}
     */
    public String file() {
      return Wire.text(json(), "file");
    }
  }

  /** Managed preferences layer delivered by MDM (macOS only). */
  final class Mdm extends WireObject implements ConfigLayerSource {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Mdm(JsonNode json) {
      super(json);
    }

    /** {@return {@code domain}} */
    public String domain() {
      return Wire.text(json(), "domain");
    }

    /** {@return {@code key}} */
    public String key() {
      return Wire.text(json(), "key");
    }
  }

  /** Managed config layer from a file (usually `managed_config.toml`). */
  final class System extends WireObject implements ConfigLayerSource {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public System(JsonNode json) {
      super(json);
    }

    /**
     * This is the path to the system config.toml file, though it is not guaranteed to exist.
     *
     * @return {@code file}
     */
    public String file() {
      return Wire.text(json(), "file");
    }
  }

  /** Enterprise-managed config layer delivered by the cloud config bundle. */
  final class EnterpriseManaged extends WireObject implements ConfigLayerSource {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public EnterpriseManaged(JsonNode json) {
      super(json);
    }

    /**
     * Stable identifier for the delivered layer.
     *
     * @return {@code id}
     */
    public String id() {
      return Wire.text(json(), "id");
    }

    /**
     * Admin-facing name for the delivered layer. This is surfaced in diagnostics so users know
     * which cloud layer needs administrator attention.
     *
     * @return {@code name}
     */
    public String name() {
      return Wire.text(json(), "name");
    }
  }

  /**
   * User config layer from $CODEX_HOME/config.toml. This layer is special in that it is expected
   * to be: - writable by the user - generally outside the workspace directory
   */
  final class User extends WireObject implements ConfigLayerSource {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public User(JsonNode json) {
      super(json);
    }

    /**
     * This is the path to the user's config.toml file, though it is not guaranteed to exist.
     *
     * @return {@code file}
     */
    public String file() {
      return Wire.text(json(), "file");
    }

    /**
     * Name of the selected profile-v2 config layered on top of the base user config, when this
     * layer represents one.
     *
     * @return {@code profile}; empty when absent or null
     */
    public Optional<String> profile() {
      return Wire.optionalText(json(), "profile");
    }
  }

  /**
   * Path to a .codex/ folder within a project. There could be multiple of these between `cwd`
   * and the project/repo root.
   */
  final class Project extends WireObject implements ConfigLayerSource {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Project(JsonNode json) {
      super(json);
    }

    /** {@return {@code dotCodexFolder}} */
    public String dotCodexFolder() {
      return Wire.text(json(), "dotCodexFolder");
    }
  }

  /** Session-layer overrides supplied via `-c`/`--config`. */
  final class SessionFlags extends WireObject implements ConfigLayerSource {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public SessionFlags(JsonNode json) {
      super(json);
    }
  }

  /**
   * `managed_config.toml` was designed to be a config that was loaded as the last layer on top
   * of everything else. This scheme did not quite work out as intended, but we keep this variant
   * as a "best effort" while we phase out `managed_config.toml` in favor of `requirements.toml`.
   */
  final class LegacyManagedConfigTomlFromFile extends WireObject implements ConfigLayerSource {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public LegacyManagedConfigTomlFromFile(JsonNode json) {
      super(json);
    }

    /** {@return {@code file}} */
    public String file() {
      return Wire.text(json(), "file");
    }
  }

  /** {@code type} is {@code legacyManagedConfigTomlFromMdm}. */
  final class LegacyManagedConfigTomlFromMdm extends WireObject implements ConfigLayerSource {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public LegacyManagedConfigTomlFromMdm(JsonNode json) {
      super(json);
    }
  }

  /** One with a {@code type} that is not known here. */
  final class Unrecognized extends WireObject implements ConfigLayerSource {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Unrecognized(JsonNode json) {
      super(json);
    }
  }
}

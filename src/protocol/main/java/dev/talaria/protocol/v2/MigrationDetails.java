// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** {@code MigrationDetails} of the protocol. */
public final class MigrationDetails extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public MigrationDetails(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @return a value with no optional field
   */
  public static MigrationDetails of() {
    return new MigrationDetails(Wire.object());
  }

  /** {@return {@code commands}; empty also when absent or null} */
  public List<CommandMigration> commands() {
    return Wire.list(json(), "commands", CommandMigration::new);
  }

  /**
   * Sets {@code commands}.
   *
   * @param value not null
   * @return a copy with it
   */
  public MigrationDetails commands(List<CommandMigration> value) {
    return new MigrationDetails(Wire.with(json(), "commands", value));
  }

  /** {@return {@code hooks}; empty also when absent or null} */
  public List<HookMigration> hooks() {
    return Wire.list(json(), "hooks", HookMigration::new);
  }

  /**
   * Sets {@code hooks}.
   *
   * @param value not null
   * @return a copy with it
   */
  public MigrationDetails hooks(List<HookMigration> value) {
    return new MigrationDetails(Wire.with(json(), "hooks", value));
  }

  /** {@return {@code mcpServers}; empty also when absent or null} */
  public List<McpServerMigration> mcpServers() {
    return Wire.list(json(), "mcpServers", McpServerMigration::new);
  }

  /**
   * Sets {@code mcpServers}.
   *
   * @param value not null
   * @return a copy with it
   */
  public MigrationDetails mcpServers(List<McpServerMigration> value) {
    return new MigrationDetails(Wire.with(json(), "mcpServers", value));
  }

  /** {@return {@code memory}; empty also when absent or null} */
  public List<String> memory() {
    return Wire.list(json(), "memory", Wire::text);
  }

  /**
   * Sets {@code memory}.
   *
   * @param value not null
   * @return a copy with it
   */
  public MigrationDetails memory(List<String> value) {
    return new MigrationDetails(Wire.with(json(), "memory", value));
  }

  /** {@return {@code plugins}; empty also when absent or null} */
  public List<PluginsMigration> plugins() {
    return Wire.list(json(), "plugins", PluginsMigration::new);
  }

  /**
   * Sets {@code plugins}.
   *
   * @param value not null
   * @return a copy with it
   */
  public MigrationDetails plugins(List<PluginsMigration> value) {
    return new MigrationDetails(Wire.with(json(), "plugins", value));
  }

  /** {@return {@code sessions}; empty also when absent or null} */
  public List<SessionMigration> sessions() {
    return Wire.list(json(), "sessions", SessionMigration::new);
  }

  /**
   * Sets {@code sessions}.
   *
   * @param value not null
   * @return a copy with it
   */
  public MigrationDetails sessions(List<SessionMigration> value) {
    return new MigrationDetails(Wire.with(json(), "sessions", value));
  }

  /** {@return {@code skills}; empty also when absent or null} */
  public List<SkillMigration> skills() {
    return Wire.list(json(), "skills", SkillMigration::new);
  }

  /**
   * Sets {@code skills}.
   *
   * @param value not null
   * @return a copy with it
   */
  public MigrationDetails skills(List<SkillMigration> value) {
    return new MigrationDetails(Wire.with(json(), "skills", value));
  }

  /** {@return {@code sub-agents}; empty also when absent or null} */
  public List<SubagentMigration> subAgents() {
    return Wire.list(json(), "sub" + "agents", SubagentMigration::new);
  }

  /**
   * Sets {@code sub-agents}.
   *
   * @param value not null
   * @return a copy with it
   */
  public MigrationDetails subAgents(List<SubagentMigration> value) {
    return new MigrationDetails(Wire.with(json(), "sub" + "agents", value));
  }
}

// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** The params of {@code externalAgentConfig/detect}. */
public final class ExternalAgentConfigDetectParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ExternalAgentConfigDetectParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @return a value with no optional field
   */
  public static ExternalAgentConfigDetectParams of() {
    return new ExternalAgentConfigDetectParams(Wire.object());
  }

  /**
   * Zero or more working directories to include for repo-scoped detection.
   *
   * @return {@code cwds}; empty also when absent or null
   */
  public List<String> cwds() {
    return Wire.list(json(), "cwds", Wire::text);
  }

  /**
   * Sets {@code cwds}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ExternalAgentConfigDetectParams cwds(List<String> value) {
    return new ExternalAgentConfigDetectParams(Wire.with(json(), "cwds", value));
  }

  /**
   * If true, include detection under the user's home directory.
   *
   * @return {@code includeHome}; empty when absent or null
   */
  public Optional<Boolean> includeHome() {
    return Wire.optional(json(), "includeHome", Wire::flag);
  }

  /**
   * Sets {@code includeHome}.
   *
   * @param value not null
   * @return a copy with it
   */
  public ExternalAgentConfigDetectParams includeHome(boolean value) {
    return new ExternalAgentConfigDetectParams(Wire.with(json(), "includeHome", value));
  }

  /**
   * Maximum age in days for detected sessions. Missing values use the default limit.
   *
   * @return {@code maxSessionAgeDays}; empty when absent or null
   */
  public Optional<Long> maxSessionAgeDays() {
    return Wire.optional(json(), "maxSessionAgeDays", Wire::longInteger);
  }

  /**
   * Sets {@code maxSessionAgeDays}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ExternalAgentConfigDetectParams maxSessionAgeDays(Long value) {
    return new ExternalAgentConfigDetectParams(Wire.with(json(), "maxSessionAgeDays", value));
  }

  /**
   * Maximum number of sessions to detect. Missing values use the default limit.
   *
   * @return {@code maxSessions}; empty when absent or null
   */
  public Optional<Long> maxSessions() {
    return Wire.optional(json(), "maxSessions", Wire::longInteger);
  }

  /**
   * Sets {@code maxSessions}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ExternalAgentConfigDetectParams maxSessions(Long value) {
    return new ExternalAgentConfigDetectParams(Wire.with(json(), "maxSessions", value));
  }

  /**
   * Optional migration-source selector. Missing or unrecognized values use the default source.
   *
   * @return {@code migrationSource}; empty when absent or null
   */
  public Optional<String> migrationSource() {
    return Wire.optionalText(json(), "migrationSource");
  }

  /**
   * Sets {@code migrationSource}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ExternalAgentConfigDetectParams migrationSource(String value) {
    return new ExternalAgentConfigDetectParams(Wire.with(json(), "migrationSource", value));
  }

  /**
   * Deprecated field retained for compatibility. This field is ignored; use `migrationSource` to
   * select the migration source.
   *
   * @return {@code source}; empty when absent or null
   */
  public Optional<String> source() {
    return Wire.optionalText(json(), "source");
  }

  /**
   * Sets {@code source}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ExternalAgentConfigDetectParams source(String value) {
    return new ExternalAgentConfigDetectParams(Wire.with(json(), "source", value));
  }
}

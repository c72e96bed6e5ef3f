// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** The params of {@code plugin/search}. */
@Experimental
public final class PluginSearchParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public PluginSearchParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param searchTerm {@code searchTerm}
   * @return a value with these fields
   */
  public static PluginSearchParams of(String searchTerm) {
    return new PluginSearchParams(Wire.object("searchTerm", searchTerm));
  }

  /** {@return {@code cursor}; empty when absent or null} */
  public Optional<String> cursor() {
    return Wire.optionalText(json(), "cursor");
  }

  /**
   * Sets {@code cursor}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public PluginSearchParams cursor(String value) {
    return new PluginSearchParams(Wire.with(json(), "cursor", value));
  }

  /** {@return {@code cwds}; empty also when absent or null} */
  public List<String> cwds() {
    return Wire.list(json(), "cwds", Wire::text);
  }

  /**
   * Sets {@code cwds}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public PluginSearchParams cwds(List<String> value) {
    return new PluginSearchParams(Wire.with(json(), "cwds", value));
  }

  /** {@return {@code limit}; empty when absent or null} */
  public Optional<Long> limit() {
    return Wire.optional(json(), "limit", Wire::longInteger);
  }

  /**
   * Sets {@code limit}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public PluginSearchParams limit(Long value) {
    return new PluginSearchParams(Wire.with(json(), "limit", value));
  }

  /** {@return {@code scope}; empty when absent or null} */
  public Optional<PluginSearchScope> scope() {
    return Wire.optional(json(), "scope", PluginSearchScope::read);
  }

  /**
   * Sets {@code scope}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public PluginSearchParams scope(PluginSearchScope value) {
    return new PluginSearchParams(Wire.with(json(), "scope", value));
  }

  /** {@return {@code searchTerm}} */
  public String searchTerm() {
    return Wire.text(json(), "searchTerm");
  }
}

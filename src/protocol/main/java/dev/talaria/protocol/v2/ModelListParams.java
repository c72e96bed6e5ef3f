// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The params of {@code model/list}. */
public final class ModelListParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ModelListParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @return a value with no optional field
   */
  public static ModelListParams of() {
    return new ModelListParams(Wire.object());
  }

  /**
   * Opaque pagination cursor returned by a previous call.
   *
   * @return {@code cursor}; empty when absent or null
   */
  public Optional<String> cursor() {
    return Wire.optionalText(json(), "cursor");
  }

  /**
   * Sets {@code cursor}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ModelListParams cursor(String value) {
    return new ModelListParams(Wire.with(json(), "cursor", value));
  }

  /**
   * When true, include models that are hidden from the default picker list.
   *
   * @return {@code includeHidden}; empty when absent or null
   */
  public Optional<Boolean> includeHidden() {
    return Wire.optional(json(), "includeHidden", Wire::flag);
  }

  /**
   * Sets {@code includeHidden}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ModelListParams includeHidden(Boolean value) {
    return new ModelListParams(Wire.with(json(), "includeHidden", value));
  }

  /**
   * Optional page size; defaults to a reasonable server-side value.
   *
   * @return {@code limit}; empty when absent or null
   */
  public Optional<Long> limit() {
    return Wire.optional(json(), "limit", Wire::longInteger);
  }

  /**
   * Sets {@code limit}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ModelListParams limit(Long value) {
    return new ModelListParams(Wire.with(json(), "limit", value));
  }

  /**
   * List models for this configured provider instead of the app-server default.
   *
   * @return {@code modelProvider}; empty when absent or null
   */
  public Optional<String> modelProvider() {
    return Wire.optionalText(json(), "modelProvider");
  }

  /**
   * Sets {@code modelProvider}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ModelListParams modelProvider(String value) {
    return new ModelListParams(Wire.with(json(), "modelProvider", value));
  }
}

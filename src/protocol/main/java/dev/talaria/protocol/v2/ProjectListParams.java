// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The params of {@code project/list}. */
@Experimental
public final class ProjectListParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ProjectListParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @return a value with no optional field
   */
  public static ProjectListParams of() {
    return new ProjectListParams(Wire.object());
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
  public ProjectListParams cursor(String value) {
    return new ProjectListParams(Wire.with(json(), "cursor", value));
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
  public ProjectListParams limit(Long value) {
    return new ProjectListParams(Wire.with(json(), "limit", value));
  }

  /**
   * Requires sortKey. Defaults to asc for position and desc for recencyAt.
   *
   * @return {@code sortDirection}; empty when absent or null
   */
  public Optional<SortDirection> sortDirection() {
    return Wire.optional(json(), "sortDirection", SortDirection::read);
  }

  /**
   * Sets {@code sortDirection}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ProjectListParams sortDirection(SortDirection value) {
    return new ProjectListParams(Wire.with(json(), "sortDirection", value));
  }

  /**
   * Defaults to position. Recency sorting always places empty projects last.
   *
   * @return {@code sortKey}; empty when absent or null
   */
  public Optional<ProjectSortKey> sortKey() {
    return Wire.optional(json(), "sortKey", ProjectSortKey::read);
  }

  /**
   * Sets {@code sortKey}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ProjectListParams sortKey(ProjectSortKey value) {
    return new ProjectListParams(Wire.with(json(), "sortKey", value));
  }
}

package dev.talaria.protocol.wire;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The {@code permissions} of {@code thread/start}: a permission profile by its id, in the shape
 * that the version takes. Immutable.
 *
 * <p>Measured: each version refuses the other's shape, and 0.125.0 ignores both.
 */
public sealed interface ProfileSelection {

  /** The profile's id, such as {@code :workspace}. */
  String id();

  /**
   * A bare string: since 0.131.0.
   *
   * @param id the profile's id
   */
  record ById(@JsonValue String id) implements ProfileSelection {}

  /**
   * {@code {"type":"profile","id":…}}: 0.128.0 to 0.132.0.
   *
   * @param type always {@code profile}
   * @param id the profile's id
   */
  record AsObject(String type, String id) implements ProfileSelection {
    /** The profile of this id. */
    public AsObject(String id) {
      this("profile", id);
    }
  }
}

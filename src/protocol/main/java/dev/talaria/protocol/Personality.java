package dev.talaria.protocol;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * In what tone the model writes. Source: the schemas, and what 0.130.0 and 0.169.0 tell the model.
 */
public enum Personality {
  /** None: Codex leaves the part about it out of its instructions. */
  NONE("none"),
  /** Warm; 0.166.0 and later take it without an effect. */
  FRIENDLY("friendly"),
  /** Matter-of-fact; 0.166.0 and later take it without an effect. */
  PRAGMATIC("pragmatic");

  private final String wireName;

  Personality(String wireName) {
    this.wireName = wireName;
  }

  /** {@return the name in JSON} */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}

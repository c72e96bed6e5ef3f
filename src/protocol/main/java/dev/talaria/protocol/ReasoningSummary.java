package dev.talaria.protocol;

import com.fasterxml.jackson.annotation.JsonValue;

/** How much of its reasoning the model is to sum up: the {@code summary} of {@code turn/start}. */
public enum ReasoningSummary {
  /** As the model likes. */
  AUTO("auto"),
  /** Short. */
  CONCISE("concise"),
  /** Long. */
  DETAILED("detailed"),
  /** None. */
  NONE("none");

  private final String wireName;

  ReasoningSummary(String wireName) {
    this.wireName = wireName;
  }

  /** {@return the value on the wire} */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}

package dev.talaria.protocol;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whom Codex asks for approval. Source: the schemas. */
public enum ApprovalsReviewer {
  /** The client: the host's policy and handler. */
  USER("user"),
  /** A sub-agent of Codex's own, which decides by itself; the client is not asked. */
  AUTO_REVIEW("auto_review");

  private final String wireName;

  ApprovalsReviewer(String wireName) {
    this.wireName = wireName;
  }

  /** {@return the name in JSON} */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}

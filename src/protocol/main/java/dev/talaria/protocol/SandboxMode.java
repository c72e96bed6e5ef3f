package dev.talaria.protocol;

import com.fasterxml.jackson.annotation.JsonValue;

/** The sandbox that {@code thread/start} takes; kebab case on the wire in all versions. */
public enum SandboxMode {
  /** Commands read everything and write nothing. */
  READ_ONLY("read-only"),
  /** Commands write below the working directory and in temporary folders. */
  WORKSPACE_WRITE("workspace-write"),
  /** No sandbox at all. */
  DANGER_FULL_ACCESS("danger-full-access");

  private final String wireName;

  SandboxMode(String wireName) {
    this.wireName = wireName;
  }

  /** {@return the value on the wire} */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}

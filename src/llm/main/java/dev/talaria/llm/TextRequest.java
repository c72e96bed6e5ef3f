package dev.talaria.llm;

import dev.talaria.llm.call.CallOptions;

/** A call whose answer is text. Immutable; its {@link Builder} belongs to one thread. */
public final class TextRequest {

  private final CallOptions options;

  private TextRequest(Builder builder) {
    this.options = builder.options();
  }

  /**
   * {@return a request with this prompt for the default role, and nothing else}
   *
   * @param prompt not blank
   */
  public static TextRequest of(String prompt) {
    return builder(prompt).build();
  }

  /**
   * {@return a builder of a request with this prompt}
   *
   * @param prompt not blank
   * @throws IllegalArgumentException if it is blank
   */
  public static Builder builder(String prompt) {
    return new Builder(prompt);
  }

  CallOptions options() {
    return options;
  }

  /** Collects a request; not safe for use by many threads. */
  public static final class Builder extends CallBuilder<Builder> {

    private Builder(String prompt) {
      super(prompt, false);
    }

    @Override
    Builder self() {
      return this;
    }

    /** {@return the request} */
    public TextRequest build() {
      return new TextRequest(this);
    }
  }
}

package dev.talaria.protocol;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * Something that the host lets the model know beside the user's prompt ({@code additionalContext}
 * of {@code turn/start}, experimental, since 0.135.0). Immutable.
 *
 * <p>Source: the schemas, and what 0.135.0 to 0.169.0 send to the model.
 *
 * @param kind how far the model may trust it
 * @param value the text
 * @param name labels an untrusted text (since 0.166.0, before it is ignored); {@code null} for none
 */
public record AdditionalContext(Kind kind, String value, String name) {

  /**
   * Checks the components.
   *
   * @param kind not null
   * @param value not null
   * @param name may be null
   */
  public AdditionalContext {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(value, "value");
  }

  /** How far the model may trust a context. */
  public enum Kind {
    /** The host's own words; the model gets them as a developer message. */
    APPLICATION("application"),
    /** Others' words, such as a web page; 0.169.0 gives them to the model as a tool's output. */
    UNTRUSTED("untrusted");

    private final String wireName;

    Kind(String wireName) {
      this.wireName = wireName;
    }

    /** {@return the name in JSON} */
    @JsonValue
    public String wireName() {
      return wireName;
    }
  }

  /**
   * {@return the host's own words}
   *
   * @param text what the model is to know
   */
  public static AdditionalContext application(String text) {
    return new AdditionalContext(Kind.APPLICATION, text, null);
  }

  /**
   * {@return others' words}
   *
   * @param text what the model is to know, and not to obey
   */
  public static AdditionalContext untrusted(String text) {
    return new AdditionalContext(Kind.UNTRUSTED, text, null);
  }
}

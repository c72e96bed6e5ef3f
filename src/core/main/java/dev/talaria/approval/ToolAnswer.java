package dev.talaria.approval;

import java.util.List;
import java.util.Objects;

/**
 * What a tool of the host returns to the model. Immutable.
 *
 * @param contents what the model sees, in order
 * @param success whether the tool succeeded; the model sees the contents only, so a failure should
 *     say so there
 */
public record ToolAnswer(List<Content> contents, boolean success) {

  /**
   * An answer in parts; {@link #text} and {@link #failure} make those of one text.
   *
   * @param contents copied
   * @param success false for a failure
   */
  public ToolAnswer {
    contents = List.copyOf(contents);
  }

  /** One part of an answer. */
  public sealed interface Content {
    /**
     * Text.
     *
     * @param text the text, as the model sees it
     */
    record Text(String text) implements Content {
      /**
       * A text as the model is to see it.
       *
       * @param text not null; may be empty
       */
      public Text {
        Objects.requireNonNull(text, "text");
      }
    }

    /**
     * A picture, as a {@code data:} URL; 0.169.0 drops one that it cannot decode.
     *
     * @param url the {@code data:} URL
     */
    record Image(String url) implements Content {
      /**
       * A picture from its URL.
       *
       * @param url not null; not checked
       */
      public Image {
        Objects.requireNonNull(url, "url");
      }
    }
  }

  /**
   * {@return a success with a text}
   *
   * @param text what the model sees
   */
  public static ToolAnswer text(String text) {
    return new ToolAnswer(List.of(new Content.Text(text)), true);
  }

  /**
   * {@return a failure that the model is told about}
   *
   * @param message what the model sees
   */
  public static ToolAnswer failure(String message) {
    return new ToolAnswer(List.of(new Content.Text(message)), false);
  }
}

package dev.talaria.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Objects;

/** One part of what the user gives to a turn: the {@code input} of {@code turn/start}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = InputPart.Text.class, name = "text"),
  @JsonSubTypes.Type(value = InputPart.LocalImage.class, name = "localImage"),
  @JsonSubTypes.Type(value = InputPart.Image.class, name = "image"),
  @JsonSubTypes.Type(value = InputPart.LocalAudio.class, name = "localAudio"),
  @JsonSubTypes.Type(value = InputPart.Audio.class, name = "audio"),
  @JsonSubTypes.Type(value = InputPart.Skill.class, name = "skill"),
  @JsonSubTypes.Type(value = InputPart.Mention.class, name = "mention")
})
public sealed interface InputPart {

  /**
   * Text; at most 1,048,576 characters over all parts (measured, 0.169.0).
   *
   * @param text what the user says
   */
  record Text(String text) implements InputPart {
    /**
     * Checks the text.
     *
     * @param text not null
     */
    public Text {
      Objects.requireNonNull(text, "text");
    }
  }

  /**
   * A picture file; Codex tells the model when it cannot be read, and continues.
   *
   * @param path the path of the file
   */
  record LocalImage(String path) implements InputPart {
    /**
     * Checks the path.
     *
     * @param path not null
     */
    public LocalImage {
      Objects.requireNonNull(path, "path");
    }
  }

  /**
   * A picture as a {@code data:} URL; 0.169.0 refuses remote URLs.
   *
   * @param url begins with {@code data:}
   */
  record Image(String url) implements InputPart {
    /**
     * Checks the URL.
     *
     * @param url not null
     */
    public Image {
      Objects.requireNonNull(url, "url");
    }
  }

  /**
   * A sound file, since 0.145.0; Codex tells the model when it cannot be read or the model takes no
   * sound, and continues.
   *
   * @param path the path of the file
   */
  record LocalAudio(String path) implements InputPart {
    /**
     * Checks the path.
     *
     * @param path not null
     */
    public LocalAudio {
      Objects.requireNonNull(path, "path");
    }
  }

  /**
   * A sound, since 0.145.0: in a {@code data:} URL, or uploaded before.
   *
   * @param url begins with {@code data:}; {@code null} for an uploaded one
   * @param fileId the id that the Responses API gave the upload, since 0.169.0; the turn fails if
   *     the model takes no sound; {@code null} for a URL
   */
  record Audio(String url, String fileId) implements InputPart {
    /**
     * Checks that there is one of the two.
     *
     * @param url a URL or null
     * @param fileId an id or null
     */
    public Audio {
      if ((url == null) == (fileId == null)) {
        throw new IllegalArgumentException("a sound has either a URL or the id of an upload");
      }
    }
  }

  /**
   * A skill that the model is to use.
   *
   * @param name the skill's name
   * @param path the absolute path of its {@code SKILL.md}
   */
  record Skill(String name, String path) implements InputPart {
    /**
     * Checks the components.
     *
     * @param name not null
     * @param path not null
     */
    public Skill {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(path, "path");
    }
  }

  /**
   * A mention of an app, a plugin or a file.
   *
   * @param name what is mentioned, as people call it
   * @param path where it is, such as {@code app://<connector>}
   */
  record Mention(String name, String path) implements InputPart {
    /**
     * Checks the components.
     *
     * @param name not null
     * @param path not null
     */
    public Mention {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(path, "path");
    }
  }
}

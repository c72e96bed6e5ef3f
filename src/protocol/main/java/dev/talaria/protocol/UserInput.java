package dev.talaria.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Objects;

/** One part of what the user gives to a turn: the {@code input} of {@code turn/start}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = UserInput.Text.class, name = "text"),
  @JsonSubTypes.Type(value = UserInput.LocalImage.class, name = "localImage"),
  @JsonSubTypes.Type(value = UserInput.Image.class, name = "image"),
  @JsonSubTypes.Type(value = UserInput.Skill.class, name = "skill"),
  @JsonSubTypes.Type(value = UserInput.Mention.class, name = "mention")
})
public sealed interface UserInput {

  /** Text; at most 1,048,576 characters over all parts (measured, 0.169.0). */
  record Text(String text) implements UserInput {
    public Text {
      Objects.requireNonNull(text, "text");
    }
  }

  /** A picture file; Codex tells the model when it cannot be read, and goes on. */
  record LocalImage(String path) implements UserInput {
    public LocalImage {
      Objects.requireNonNull(path, "path");
    }
  }

  /** A picture as a {@code data:} URL; 0.169.0 refuses remote URLs. */
  record Image(String url) implements UserInput {
    public Image {
      Objects.requireNonNull(url, "url");
    }
  }

  /**
   * A skill that the model is to use.
   *
   * @param path the absolute path of its {@code SKILL.md}
   */
  record Skill(String name, String path) implements UserInput {
    public Skill {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(path, "path");
    }
  }

  /**
   * A mention of an app, a plugin or a file.
   *
   * @param path where it is, such as {@code app://<connector>}
   */
  record Mention(String name, String path) implements UserInput {
    public Mention {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(path, "path");
    }
  }
}

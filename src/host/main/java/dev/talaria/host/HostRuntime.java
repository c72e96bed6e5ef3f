package dev.talaria.host;

import dev.talaria.base.VisibleText;
import java.util.Locale;
import java.util.Optional;

/** Who runs the turns of a host: the host itself, or Codex. */
public enum HostRuntime {
  /** The host's own loop. */
  AUTO("auto"),
  /** Codex, through its app-server. */
  CODEX_APP_SERVER("codex_app_server");

  private final String word;

  HostRuntime(String word) {
    this.word = word;
  }

  /** {@return the value in the host's configuration} */
  public String word() {
    return word;
  }

  /**
   * Reads what a user has asked for.
   *
   * @param text such as {@code on} or {@code off}; spaces around it and upper case do not count
   * @return the runtime; empty for an empty text, which asks to be shown
   * @throws IllegalArgumentException if the word means nothing, with those that do
   */
  public static Optional<HostRuntime> asked(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    return switch (word) {
      case "" -> Optional.empty();
      case "codex_app_server", "on", "codex", "enable" -> Optional.of(CODEX_APP_SERVER);
      case "auto", "off", "default", "disable", "hermes" -> Optional.of(AUTO);
      default ->
          throw new IllegalArgumentException(
              "Unknown runtime '"
                  + VisibleText.onOneLine(text)
                  + "'. Use one of: auto, codex_app_server, on, off");
    };
  }

  /** What a configuration says; everything that is not the word for Codex is {@link #AUTO}. */
  static HostRuntime configured(Optional<String> text) {
    boolean codex =
        text.map(word -> word.strip().toLowerCase(Locale.ROOT))
            .filter(CODEX_APP_SERVER.word::equals)
            .isPresent();
    return codex ? CODEX_APP_SERVER : AUTO;
  }
}

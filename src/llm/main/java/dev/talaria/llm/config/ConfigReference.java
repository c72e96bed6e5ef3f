package dev.talaria.llm.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Finds what a value of the configuration stands for: {@code env:NAME} is a variable, {@code
 * file:PATH} the text of a file, anything else itself; without the space around it.
 *
 * <p>Immutable. A path is relative to the folder of the configuration; {@code ~/} is the user's
 * home.
 *
 * @param folder where the configuration is
 * @param environment gives variables, {@code null} for one that is not set
 */
record ConfigReference(Path folder, UnaryOperator<String> environment) {

  private static final String VARIABLE = "env:";
  private static final String FILE = "file:";
  private static final long LARGEST = 4096;

  /** What was found; a text that is blank counts as nothing. */
  Optional<String> resolve(String value) {
    String trimmed = value.trim();
    String found = trimmed;
    if (trimmed.startsWith(VARIABLE)) {
      found = environment.apply(trimmed.substring(VARIABLE.length()).trim());
    } else if (trimmed.startsWith(FILE)) {
      found = text(trimmed.substring(FILE.length()).trim());
    }
    return Optional.ofNullable(found).map(String::trim).filter(text -> !text.isEmpty());
  }

  /** Why a value that was not found was not, for people. */
  static String missing(String value) {
    String trimmed = value.trim();
    if (trimmed.startsWith(VARIABLE)) {
      return "the variable " + trimmed.substring(VARIABLE.length()).trim() + " is not set";
    } else if (trimmed.startsWith(FILE)) {
      return "there is no text in the file " + trimmed.substring(FILE.length()).trim();
    }
    return "it is empty";
  }

  /** {@code null} if it cannot be read: that is the same as a variable that is not set. */
  private String text(String path) {
    try {
      Path file =
          path.startsWith("~/")
              ? Path.of(System.getProperty("user.home"), path.substring(2))
              : folder.resolve(path);
      return Files.size(file) > LARGEST ? null : Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException | InvalidPathException unreadable) {
      return null;
    }
  }
}

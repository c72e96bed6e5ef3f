package dev.talaria.cli.chat;

import dev.talaria.base.Redaction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lines that a person typed, in this session and before; secrets are masked in both.
 *
 * <p>Kept in a file that only its owner can read, one line each, with line feeds and backslashes
 * escaped. For one thread.
 */
final class InputHistory {

  private static final int MOST = 1000;

  private final Path file;
  private final List<String> lines = new ArrayList<>();

  private InputHistory(Path file) {
    this.file = file;
  }

  /** A history that ends with the session. */
  static InputHistory unkept() {
    return new InputHistory(null);
  }

  /** Where the history is kept when nobody says: in the user's folder for states. */
  static Path place(Map<String, String> environment) {
    String state = environment.getOrDefault("XDG_STATE_HOME", "");
    Path folder =
        state.isEmpty() || !Path.of(state).isAbsolute()
            ? Path.of(System.getProperty("user.home"), ".local", "state")
            : Path.of(state);
    return folder.resolve("talaria").resolve("chat-history");
  }

  /** The history of a file, which is made if there is none. */
  static InputHistory in(Path file) throws IOException {
    InputHistory history = new InputHistory(file);
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    if (!Files.exists(file)) {
      Files.createFile(file);
    }
    if (Files.getFileAttributeView(file, PosixFileAttributeView.class) != null) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
    // Bytes that are no UTF-8 must not keep a chat from starting.
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    text.lines().map(InputHistory::plain).forEach(history.lines::add);
    int old = history.lines.size() - MOST;
    if (old > 0) {
      history.lines.subList(0, old).clear();
      Files.writeString(file, String.join("\n", escaped(history.lines)) + "\n");
    }
    return history;
  }

  private static List<String> escaped(List<String> lines) {
    return lines.stream().map(InputHistory::escaped).toList();
  }

  private static String escaped(String line) {
    return line.replace("\\", "\\\\").replace("\n", "\\n");
  }

  private static String plain(String line) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean escape = c == '\\' && i + 1 < line.length();
      char next = escape ? line.charAt(++i) : c;
      plain.append(escape && next == 'n' ? '\n' : next);
    }
    return plain.toString();
  }

  /** Adds a line, unless it is the last one again. */
  void add(String line) throws IOException {
    String masked = Redaction.redact(line);
    if (masked.isBlank() || back(1).filter(masked::equals).isPresent()) {
      return;
    }
    lines.add(masked);
    if (file != null) {
      Files.writeString(file, escaped(masked) + "\n", StandardOpenOption.APPEND);
    }
  }

  /** The line of so many lines ago; 1 is the last one. */
  Optional<String> back(int age) {
    return age < 1 || age > lines.size()
        ? Optional.empty()
        : Optional.of(lines.get(lines.size() - age));
  }
}

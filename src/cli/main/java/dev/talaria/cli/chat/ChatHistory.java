package dev.talaria.cli.chat;

import dev.talaria.base.Redaction;
import dev.talaria.cli.terminal.Console;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Map;
import org.jline.reader.LineReader;

/**
 * The lines that a person typed in a folder, in this session and before; secrets are masked in
 * both. JLine keeps them, in a file that only its owner can read.
 */
final class ChatHistory {

  private ChatHistory() {}

  /** Where the history is kept when nobody says: in the user's folder for states. */
  static Path place(Map<String, String> environment, Path workspace) {
    String state = environment.getOrDefault("XDG_STATE_HOME", "");
    Path folder =
        state.isEmpty() || !Path.of(state).isAbsolute()
            ? Path.of(System.getProperty("user.home"), ".local", "state")
            : Path.of(state);
    return folder.resolve("talaria").resolve("chat-history").resolve(name(workspace));
  }

  private static String name(Path workspace) {
    try {
      byte[] path = workspace.toString().getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(path);
      String last = String.valueOf(workspace.getFileName()).replaceAll("[^A-Za-z0-9._-]", "_");
      return last + "-" + new BigInteger(1, Arrays.copyOf(hash, 6)).toString(16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Has the lines kept in a file, which is made if there is none. */
  static void keep(Console console, Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    if (!Files.exists(file)) {
      Files.createFile(file);
    }
    if (Files.getFileAttributeView(file, PosixFileAttributeView.class) != null) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
    // Bytes that are not UTF-8 must not keep a chat from starting.
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (!Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8))) {
      Files.writeString(file, text);
    }
    console.setVariable(LineReader.HISTORY_FILE, file);
  }

  static void add(Console console, String line) {
    console.getHistory().add(Redaction.redact(line));
  }
}

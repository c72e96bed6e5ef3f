package dev.talaria.migration.file;

import dev.talaria.migration.MigrationException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The text of a configuration file, which may begin with a byte order mark. Immutable.
 *
 * @param mark whether it does
 * @param text without the mark
 */
public record ConfigText(boolean mark, String text) {

  private static final String MARK = "\uFEFF";

  static final ConfigText NONE = new ConfigText(false, "");

  /**
   * Decodes a file; one that does not exist is empty.
   *
   * @throws MigrationException if it is not UTF-8
   */
  public static ConfigText of(Optional<byte[]> file, String name) {
    if (file.isEmpty()) {
      return NONE;
    }
    ByteBuffer bytes = ByteBuffer.wrap(file.get());
    CharsetDecoder strict =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    try {
      String text = strict.decode(bytes).toString();
      return text.startsWith(MARK)
          ? new ConfigText(true, text.substring(1))
          : new ConfigText(false, text);
    } catch (CharacterCodingException e) {
      throw new MigrationException(
          name
              + " is not UTF-8 (at byte "
              + bytes.position()
              + "), so nothing was changed; save it as UTF-8",
          e);
    }
  }

  public ConfigText with(String other) {
    return new ConfigText(mark, other);
  }

  public byte[] bytes() {
    return (mark ? MARK + text : text).getBytes(StandardCharsets.UTF_8);
  }
}

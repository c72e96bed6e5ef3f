package dev.talaria.host;

import dev.talaria.base.TalariaException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads a host's YAML file as maps and lists.
 *
 * <p>Stateless. Safe on any file: no tag makes an object, a key that is given twice is refused,
 * size and aliases are bounded.
 */
public final class HostYaml {

  private static final int LARGEST = 4 << 20;

  /** Enough for pieces that a person shares; too few for a bomb of aliases. */
  private static final int MOST_ALIASES = 50;

  private HostYaml() {}

  /**
   * The file as maps and lists; an empty one is an empty map.
   *
   * @throws TalariaException if it cannot be read; without a piece of it, since the parser's own
   *     message quotes the file
   */
  public static Map<?, ?> read(Path file) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file.toString())
            .setAllowDuplicateKeys(false)
            .setAllowRecursiveKeys(false)
            .setMaxAliasesForCollections(MOST_ALIASES)
            .setCodePointLimit(LARGEST)
            .setSchema(new CoreSchema())
            .build();
    Object document;
    try {
      document = new Load(settings).loadFromString(text(file));
    } catch (MarkedYamlEngineException e) {
      String place = e.getProblemMark().map(mark -> " at line " + (mark.getLine() + 1)).orElse("");
      throw new TalariaException(file + " is no YAML that can be read" + place);
    } catch (YamlEngineException | StackOverflowError e) {
      throw new TalariaException(file + " is no YAML that can be read");
    }
    if (document == null) {
      return Map.of();
    }
    if (!(document instanceof Map<?, ?> map)) {
      throw new TalariaException(file + ": the file must hold keys with values");
    }
    return map;
  }

  private static String text(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new TalariaException(file + " is larger than " + LARGEST + " bytes");
      }
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new TalariaException(
          "cannot read the host configuration " + file + ": " + e.getClass().getSimpleName(), e);
    }
  }
}

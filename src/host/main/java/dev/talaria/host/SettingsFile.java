package dev.talaria.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads a host's configuration file. */
final class SettingsFile {

  private static final int LARGEST = 1 << 20;

  private SettingsFile() {}

  static ApprovalSettings load(Path file, Path cwd) throws IOException {
    Object document = parse(file, read(file));
    if (document == null) {
      return ApprovalSettings.none();
    }
    if (!(document instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException(file + ": the file must hold keys with values");
    }
    try {
      return SettingsReader.read(map, cwd);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  private static String read(Path file) throws IOException {
    try {
      if (Files.size(file) > LARGEST) {
        throw new IllegalArgumentException(file + " is larger than " + LARGEST + " bytes");
      }
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw new IOException("there is no host configuration " + file, e);
    } catch (IOException e) {
      throw new IOException("cannot read the host configuration " + file + ": " + e, e);
    }
  }

  private static Object parse(Path file, String text) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file.toString())
            .setAllowDuplicateKeys(false)
            .setAllowRecursiveKeys(false)
            .setMaxAliasesForCollections(0)
            .setCodePointLimit(LARGEST)
            .setSchema(new CoreSchema())
            .build();
    try {
      return new Load(settings).loadFromString(text);
    } catch (YamlEngineException | StackOverflowError e) {
      throw new IllegalArgumentException(
          file + " is no YAML that can be read: " + e.getMessage(), e);
    }
  }
}

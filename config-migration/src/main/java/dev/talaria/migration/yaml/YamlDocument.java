package dev.talaria.migration.yaml;

import dev.talaria.migration.MigrationException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.DuplicateKeyException;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.ScannerException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * A host's YAML 1.2: the one place where YAML is read.
 *
 * <p>Immutable. Safe on any text: no tag makes an object, a key that is given twice is refused,
 * size and aliases are bounded. Errors are {@link MigrationException}s with name, line and column
 * (from 1) and without the text's values: the parser's own messages show a snippet of the file, and
 * some of its short texts hold a value ({@code password: *abc} is an alias to it), so only those
 * that cannot are passed on, and the cause is left out.
 */
public final class YamlDocument {

  private static final int LARGEST = 4 << 20;

  /** Enough for parts that a person shares; too few for a bomb of aliases. */
  private static final int MOST_ALIASES = 50;

  private final String text;
  private final String name;
  private final int mostAliases;

  private YamlDocument(String text, String name, int mostAliases) {
    this.text = text;
    this.name = name;
    this.mostAliases = mostAliases;
  }

  /**
   * A text, which is not read yet.
   *
   * @param name what the text is called in messages, such as the path it was read from
   */
  public static YamlDocument of(String text, String name) {
    return new YamlDocument(text, name, MOST_ALIASES);
  }

  /**
   * The text of a file.
   *
   * @throws MigrationException if it cannot be read; the cause is the {@link IOException}, if any
   */
  public static YamlDocument read(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new MigrationException(
            "the host configuration " + file + " is larger than " + LARGEST + " bytes");
      }
      return of(Files.readString(file, StandardCharsets.UTF_8), file.toString());
    } catch (NoSuchFileException e) {
      throw new MigrationException(
          "there is no host configuration " + file + ": check the path", e);
    } catch (CharacterCodingException e) {
      throw new MigrationException(file + " is not UTF-8: save it as UTF-8", e);
    } catch (IOException e) {
      throw new MigrationException("cannot read the host configuration " + file + ": " + e, e);
    }
  }

  /** The same, of which a list or map that is used by an alias is refused. */
  public YamlDocument withoutAliases() {
    return new YamlDocument(text, name, 0);
  }

  /** What it holds, as maps, lists and scalars; {@code null} if it is empty. */
  public Object load() {
    return checked(settings -> new Load(settings).loadFromString(text));
  }

  /** What it holds, which must be keys with values; an empty map if it is empty. */
  public Map<?, ?> map() {
    Object document =
        text.startsWith("\ufeff")
            ? new YamlDocument(text.substring(1), name, mostAliases).load()
            : load();
    if (document != null && !(document instanceof Map)) {
      throw new MigrationException(
          name
              + ":1:1: the file must hold keys with values, such as mcp_servers, and not "
              + (document instanceof List ? "a list" : "a single value"));
    }
    return document == null ? Map.of() : (Map<?, ?>) document;
  }

  /** Its tree with places; empty if it is empty. */
  Optional<Node> compose() {
    return checked(
        settings ->
            new Composer(settings, new ParserImpl(settings, new StreamReader(settings, text)))
                .getSingleNode());
  }

  private <T> T checked(Function<LoadSettings, T> reading) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(name)
            .setAllowDuplicateKeys(false)
            .setAllowRecursiveKeys(false)
            .setMaxAliasesForCollections(mostAliases)
            .setCodePointLimit(LARGEST)
            .setUseMarks(true)
            .setSchema(new CoreSchema())
            .build();
    try {
      return reading.apply(settings);
    } catch (YamlEngineException e) {
      throw new MigrationException(problem(e));
    } catch (StackOverflowError e) {
      throw new MigrationException(name + ": is nested too deeply to be read");
    }
  }

  private String problem(YamlEngineException e) {
    if (e instanceof MarkedYamlEngineException marked && marked.getProblemMark().isPresent()) {
      var mark = marked.getProblemMark().get();
      return "%s:%s:%s: %s"
          .formatted(name, mark.getLine() + 1, mark.getColumn() + 1, words(marked));
    }
    if (e instanceof ReaderException) {
      return name
          + ": holds a character that YAML forbids: remove it, or write it as \\x.. in quotes";
    }
    return name + ": cannot be read as YAML: it has too many aliases, or a list or map as a key";
  }

  private static String words(MarkedYamlEngineException e) {
    if (e instanceof DuplicateKeyException) {
      return "a key is given twice: remove one of them";
    }
    String problem = e.getProblem() == null ? "" : e.getProblem();
    if (e instanceof ScannerException
        || (e instanceof ParserException && !problem.contains("handle"))) {
      return "not valid YAML: " + problem + ": check quotes and indentation there";
    }
    return "a tag (!…), an alias (*…) or a second document that cannot be read:"
        + " put a value that starts with ! or * in quotes";
  }
}

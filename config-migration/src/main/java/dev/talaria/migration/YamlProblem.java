package dev.talaria.migration;

import org.snakeyaml.engine.v2.exceptions.DuplicateKeyException;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.ScannerException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Says what is wrong in a YAML file, and where, without quoting the file.
 *
 * <p>Stateless and safe for use by many threads. The parser's own messages show a snippet of the
 * file, and some of its short texts hold a value ({@code password: *abc} is an alias to it): only
 * those that cannot are passed on. The cause is left out for the same reason.
 */
final class YamlProblem {

  private YamlProblem() {}

  static MigrationException of(YamlEngineException e, String name) {
    if (e instanceof MarkedYamlEngineException marked && marked.getProblemMark().isPresent()) {
      var mark = marked.getProblemMark().get();
      return new MigrationException(
          name + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1) + ": " + words(marked));
    }
    if (e instanceof ReaderException) {
      return new MigrationException(
          name
              + ": holds a character that YAML forbids: remove it, or write it as \\x.. in quotes");
    }
    return new MigrationException(
        name + ": is no YAML that can be read: it has too many aliases, or a list or map as a key");
  }

  private static String words(MarkedYamlEngineException e) {
    if (e instanceof DuplicateKeyException) {
      return "a key is given twice: remove one of them";
    }
    String problem = e.getProblem() == null ? "" : e.getProblem();
    if (e instanceof ScannerException) {
      return "no YAML: " + problem + ": check quotes and indentation there";
    }
    if (e instanceof ParserException && !problem.contains("handle")) {
      return "no YAML: " + problem + ": check quotes and indentation there";
    }
    return "a tag (!…), an alias (*…) or a second document that cannot be read:"
        + " put a value that starts with ! or * in quotes";
  }
}

package dev.talaria.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The methods that the library and the command line call, as their sources say. Stateless. */
public final class CalledMethods {

  /** The method may be behind other arguments. */
  private static final Pattern CALL =
      Pattern.compile(
          "\\b(?:request|call|notify|startTurn|unnamed)\\(\\s*(?:[\\w.()]+,\\s*)*"
              + "\"([a-z]+|[A-Za-z]+(?:/[A-Za-z_]+)+)\"");

  private CalledMethods() {}

  /**
   * Read from the main sources of the modules below {@code src}, but for those of the survey, which
   * tries out what each version has.
   */
  public static Set<String> inSources() throws IOException {
    Path modules = Path.of(System.getProperty("talaria.root"), "src");
    Set<String> methods = new TreeSet<>();
    List<Path> files;
    try (Stream<Path> all = Files.walk(modules)) {
      files =
          all.filter(
                  file -> modules.relativize(file).toString().matches("[^/]+/main/java/.+\\.java"))
              .filter(file -> !file.getFileName().toString().startsWith("Survey"))
              .toList();
    }
    for (Path file : files) {
      Matcher matcher = CALL.matcher(Files.readString(file));
      while (matcher.find()) {
        methods.add(matcher.group(1));
      }
    }
    return methods;
  }
}

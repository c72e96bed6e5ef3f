package dev.talaria.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages of the project and its sources. Stateless. */
final class DocPages {

  static final Path ROOT = Path.of(System.getProperty("talaria.root"));

  private static final List<String> PAGES =
      List.of("docs", "README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "fixtures");

  /** What is made, downloaded or a page of the site's own. */
  private static final Pattern NOT_OURS =
      Pattern.compile("(.*/)?(target|node_modules|\\.vitepress|\\.cache)(/.*)?");

  /** Sources that people read, but for what the generator takes over from Codex's schema. */
  private static final Pattern SOURCE =
      Pattern.compile(
          "((src/[^/]+|config-migration/src|fixtures/src|src/samples/spring-boot)/main/java"
              + "|src/samples/test/java/dev/talaria/examples)/(?!.*/protocol/v2/).*\\.java");

  private static final Pattern FENCED = Pattern.compile("(?ms)^ *```.*?^ *```$");

  private DocPages() {}

  static List<Path> all() throws IOException {
    return files(PAGES, ".md");
  }

  static List<Path> sources() throws IOException {
    return files(List.of("src", "fixtures/src", "config-migration/src"), ".java").stream()
        .filter(file -> SOURCE.matcher(ROOT.relativize(file).toString()).matches())
        .toList();
  }

  static String withoutCode(String page) {
    return FENCED.matcher(page).replaceAll("");
  }

  static List<Path> files(List<String> roots, String ending) throws IOException {
    List<Path> found = new java.util.ArrayList<>();
    for (String root : roots) {
      try (Stream<Path> walked = Files.walk(ROOT.resolve(root))) {
        walked
            .filter(file -> file.toString().endsWith(ending))
            .filter(file -> !NOT_OURS.matcher(ROOT.relativize(file).toString()).matches())
            .forEach(found::add);
      }
    }
    return found;
  }
}

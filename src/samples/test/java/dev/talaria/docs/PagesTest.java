package dev.talaria.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The links of the pages lead somewhere, and the Java that they show is compiled. */
class PagesTest {

  private static final Path ROOT = DocPages.ROOT;
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+)$");
  private static final Pattern JAVA = Pattern.compile("(?ms)^```java\\n(.*?)^```$");

  @Test
  void links_between_pages_lead_to_a_page_and_its_heading() throws IOException {
    Map<Path, Set<String>> headings = new HashMap<>();
    List<String> broken = new ArrayList<>();
    for (Path page : DocPages.all()) {
      Matcher link = LINK.matcher(DocPages.withoutCode(Files.readString(page)));
      while (link.find()) {
        String target = link.group(1);
        if (target.matches("(https?|mailto):.*")) {
          continue;
        }
        String[] parts = target.split("#", 2);
        Path file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        boolean found =
            Files.exists(file)
                && (parts.length == 1
                    || headings.computeIfAbsent(file, PagesTest::headings).contains(parts[1]));
        if (!found) {
          broken.add(ROOT.relativize(page) + ": " + target);
        }
      }
    }
    assertEquals("", String.join("\n", broken));
  }

  /** As GitHub and the site make anchors of headings. */
  private static Set<String> headings(Path page) {
    try {
      Set<String> found = new HashSet<>();
      Matcher heading = HEADING.matcher(DocPages.withoutCode(Files.readString(page)));
      while (heading.find()) {
        found.add(
            heading
                .group(1)
                .replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                .replace(' ', '-'));
      }
      return found;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Whole programs and parts of them; what runs is run by the tests beside their source. */
  @Test
  void java_that_is_shown_is_part_of_a_source_that_is_compiled() throws IOException {
    List<String> sources = new ArrayList<>();
    for (Path source :
        DocPages.files(List.of("src/samples", "src/core/test/java/dev/talaria/replay"), ".java")) {
      sources.add(squeezed(Files.readString(source)));
    }
    String all = sources.stream().collect(Collectors.joining("\n"));
    Set<String> unknown = new TreeSet<>();
    for (Path page : DocPages.all()) {
      Matcher block = JAVA.matcher(Files.readString(page));
      while (block.find()) {
        if (!all.contains(squeezed(block.group(1)))) {
          unknown.add(ROOT.relativize(page) + ": " + block.group(1).lines().findFirst().orElse(""));
        }
      }
    }
    assertEquals("", String.join("\n", unknown));
  }

  /** What a symptom quotes between back quotes; "…" stands for what differs. */
  @Test
  void messages_in_the_table_of_troubles_are_in_the_code() throws IOException {
    StringBuilder code = new StringBuilder();
    for (Path source : DocPages.sources()) {
      code.append(Files.readString(source).replaceAll("\"\\s*\\+\\s*\"", ""));
    }
    String all = code.toString().replaceAll("%[sd]", "…");
    List<String> unknown = new ArrayList<>();
    for (String line : Files.readAllLines(ROOT.resolve("docs/troubleshooting.md"))) {
      String symptom = line.startsWith("| ") ? line.split(" \\| ")[0] : "";
      Pattern.compile("`([^`]+)`")
          .matcher(symptom)
          .results()
          .flatMap(quoted -> Pattern.compile("…|`").splitAsStream(quoted.group(1)))
          .map(String::strip)
          .filter(part -> part.contains(" ") && !all.contains(part))
          .forEach(unknown::add);
    }
    assertEquals("", String.join("\n", unknown));
  }

  @Test
  void the_catalog_of_jbang_names_programs_and_versions_that_are_there() throws Exception {
    JsonNode catalog =
        JsonMapper.builder().build().readTree(ROOT.resolve("jbang-catalog.json").toFile());
    String poms =
        Files.readString(ROOT.resolve("pom.xml")) + Files.readString(ROOT.resolve("docs/start.md"));
    for (JsonNode alias : catalog.get("aliases")) {
      assertTrue(Files.exists(ROOT.resolve(alias.get("script-ref").asText())), alias.toString());
      for (JsonNode dependency : alias.get("dependencies")) {
        String version = dependency.asText().split(":")[2];
        assertTrue(poms.contains("version>" + version + "<"), dependency.asText());
      }
    }
  }

  /** Without indentation and line breaks: a part of a program stands less deep on its page. */
  private static String squeezed(String java) {
    return java.replaceAll("\\s+", "");
  }
}

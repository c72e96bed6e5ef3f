package dev.talaria.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Which module may use which: what a program gets with an artifact, and nothing upwards. */
class ModulesTest {

  private static final Path ROOT = Path.of(System.getProperty("talaria.root"));

  /** Each folder, and what its main code uses of ours. The table of docs/architecture.md. */
  private static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          Map.entry("src/bom", Set.of()),
          Map.entry("src/consumers", Set.of()),
          Map.entry("src/base", Set.of()),
          Map.entry("config-migration", Set.of("talaria-base")),
          Map.entry("fixtures", Set.of("talaria-base")),
          Map.entry("src/protocol", Set.of("talaria-base")),
          Map.entry("src/core", Set.of("talaria-base", "talaria-protocol")),
          Map.entry("src/tools", Set.of("talaria")),
          Map.entry("src/durable", Set.of("talaria")),
          Map.entry("src/temporal", Set.of("talaria-durable")),
          Map.entry("src/restate", Set.of("talaria-durable")),
          Map.entry("src/host", Set.of("talaria", "talaria-config-migration")),
          Map.entry("src/llm", Set.of("talaria", "talaria-tools")),
          Map.entry("src/viewer", Set.of("talaria")),
          Map.entry("src/langchain4j", Set.of("talaria-llm")),
          Map.entry("src/spring-ai", Set.of("talaria-llm")),
          Map.entry(
              "src/spring-boot-starter",
              Set.of("talaria", "talaria-tools", "talaria-spring-ai", "talaria-opentelemetry")),
          Map.entry("src/telemetry", Set.of("talaria")),
          Map.entry(
              "src/bench",
              Set.of("talaria", "talaria-llm", "talaria-opentelemetry", "talaria-fixtures")),
          Map.entry(
              "src/cli",
              Set.of(
                  "talaria-host",
                  "talaria-llm",
                  "talaria-viewer",
                  "talaria-restate",
                  "talaria-bench",
                  "talaria-fixtures")),
          Map.entry(
              "src/samples",
              Set.of(
                  "talaria-cli",
                  "talaria-durable",
                  "talaria-restate",
                  "talaria-langchain4j",
                  "talaria-spring-ai",
                  "talaria-spring-boot-starter",
                  "talaria-opentelemetry",
                  "talaria-temporal")));

  @Test
  void modules_use_each_other_as_they_are_allowed_to() throws Exception {
    Map<String, Set<String>> found = new TreeMap<>();
    for (Path pom : poms()) {
      found.put(ROOT.relativize(pom.getParent()).toString(), used(pom));
    }
    assertEquals(new TreeMap<>(ARROWS), found);
  }

  private static List<Path> poms() throws Exception {
    try (Stream<Path> top = Files.list(ROOT);
        Stream<Path> modules = Files.list(ROOT.resolve("src"))) {
      return Stream.concat(top.filter(folder -> !folder.endsWith("src")), modules)
          .map(folder -> folder.resolve("pom.xml"))
          .filter(Files::isRegularFile)
          .toList();
    }
  }

  /** What is not for tests alone. */
  private static Set<String> used(Path pom) throws Exception {
    Element project =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(pom.toFile())
            .getDocumentElement();
    Set<String> used = new TreeSet<>();
    for (Element dependencies : children(project, "dependencies")) {
      for (Element dependency : children(dependencies, "dependency")) {
        if (text(dependency, "groupId").equals("dev.talaria")
            && !text(dependency, "scope").equals("test")) {
          used.add(text(dependency, "artifactId"));
        }
      }
    }
    return used;
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> children = new ArrayList<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element && element.getTagName().equals(name)) {
        children.add(element);
      }
    }
    return children;
  }

  private static String text(Element parent, String name) {
    return children(parent, name).stream().findFirst().map(Element::getTextContent).orElse("");
  }
}

package dev.talaria.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.talaria.host.ApprovalSettings;
import dev.talaria.llm.config.LlmConfig;
import dev.talaria.migration.yaml.YamlDocument;
import dev.talaria.tools.ConfiguredTools;
import dev.talaria.tools.ToolRegistry;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tomlj.Toml;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The settings that the pages show can be read, by what reads them in Talaria where that is. */
class SettingsBlocksTest {

  @TempDir Path folder;

  @Test
  void the_approvals_of_a_host_have_the_rules_that_the_page_shows() throws IOException {
    String shown = blocks(page("approvals-policy.md"), "yaml").get(0);
    ApprovalSettings read = ApprovalSettings.load(file(shown), folder);
    assertEquals(ApprovalSettings.Mode.ASK, read.mode());
    assertEquals(Optional.of(Duration.ofMinutes(10)), read.timeout());
    assertEquals(List.of("talaria-tools"), read.ownServers());
  }

  @Test
  void the_models_of_a_host_have_the_limits_that_the_page_shows() throws IOException {
    Files.writeString(folder.resolve("curator.txt"), "codex");
    String shown = blocks(page("llm-rate-limits.md"), "yaml").get(0);
    String set = shown.replace("env:TRIAGE_MODEL", "codex"); // the test has no such variable
    LlmConfig read = LlmConfig.of(YamlDocument.read(file(set)).map(), folder.resolve("host.yaml"));
    assertEquals(LlmConfig.Backend.CODEX, read.backend());
    assertEquals(4, read.maxConcurrency());
    assertEquals(List.of(), read.warnings());
  }

  @Test
  void the_tools_of_a_host_are_those_that_the_page_shows() throws IOException {
    String shown = blocks(page("tools.md"), "yaml").get(0);
    String set = shown.replace("${TICKET_TOKEN}", "t");
    ToolRegistry read =
        ConfiguredTools.of(YamlDocument.read(file(set)).map(), folder.resolve("host.yaml"));
    assertEquals("look_up", read.all().get(0).name());
  }

  @Test
  void all_settings_are_well_formed() throws IOException {
    List<String> read = new ArrayList<>();
    for (Path page : DocPages.all()) {
      for (String yaml : blocks(page, "yaml")) {
        assertFalse(YamlDocument.read(file(yaml)).map().isEmpty(), page::toString);
        read.add("yaml");
      }
      for (String toml : blocks(page, "toml")) {
        assertEquals(List.of(), Toml.parse(toml).errors(), page::toString);
        read.add("toml");
      }
      for (String json : blocks(page, "json")) {
        assertTrue(JsonMapper.builder().build().readTree(json).isContainerNode(), page::toString);
        read.add("json");
      }
    }
    assertTrue(read.size() >= 13, () -> "" + read);
  }

  /**
   * A dependency of ours is a module; one with a version has the version that Talaria is built
   * with.
   */
  @Test
  void what_a_pom_names_is_there() throws Exception {
    StringBuilder poms = new StringBuilder();
    try (Stream<Path> files =
        Files.find(DocPages.ROOT, 4, (file, is) -> file.endsWith("pom.xml"))) {
      for (Path file : files.toList()) {
        poms.append(Files.readString(file));
      }
    }
    List<String> missing = new ArrayList<>();
    int seen = 0;
    for (Path page : DocPages.all()) {
      for (String xml : blocks(page, "xml")) {
        DocumentBuilderFactory reader = DocumentBuilderFactory.newInstance();
        NodeList names =
            reader
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader("<pom>" + xml + "</pom>")))
                .getElementsByTagName("artifactId");
        for (int i = 0; i < names.getLength(); i++) {
          Element of = (Element) names.item(i).getParentNode();
          if (of.getTagName().equals("project")) {
            continue; // the reader's own
          }
          seen++;
          String text = of.getTextContent();
          String artifact = "<artifactId>" + names.item(i).getTextContent() + "</artifactId>";
          Node version = of.getElementsByTagName("version").item(0);
          boolean module = !text.contains("dev.talaria") || poms.indexOf(artifact) >= 0;
          if (!module
              || (version != null
                  && poms.indexOf("ersion>" + version.getTextContent() + "<") < 0)) {
            missing.add(page.getFileName() + ": " + text.strip());
          }
        }
      }
    }
    assertEquals(List.of(), missing);
    assertTrue(seen > 10, "" + seen);
  }

  private static Path page(String name) {
    return DocPages.ROOT.resolve("docs").resolve(name);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("host.yaml"), text);
  }

  private static List<String> blocks(Path page, String language) throws IOException {
    Matcher block =
        Pattern.compile("(?ms)^ *```" + language + "\\n(.*?)^ *```$")
            .matcher(Files.readString(page));
    return block.results().map(found -> found.group(1)).toList();
  }
}

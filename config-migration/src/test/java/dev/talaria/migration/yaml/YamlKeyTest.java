package dev.talaria.migration.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.base.TalariaException;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlKeyTest {

  private static final YamlKey KEY = YamlKey.of("model", "openai_runtime");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "model: {openai_runtime: auto} # c | model: {openai_runtime: on} # c",
        "model: {openai_runtime: 'auto'} | model: {openai_runtime: on}",
        "model: {a: 1} | model: {openai_runtime: on, a: 1}",
        "model: {} | model: {openai_runtime: on}",
        "{model: {a: 1}, b: 2} | {model: {openai_runtime: on, a: 1}, b: 2}",
        "{b: 2} | {model: {openai_runtime: on}, b: 2}",
        "model: | model: {openai_runtime: on}",
        "model: ~ # none | model: {openai_runtime: on} # none",
        "b: 2 | model:¶  openai_runtime: on¶b: 2",
        "model:¶  # mine¶  a: 1 # one¶  openai_runtime: auto # two¶b: 2"
            + " | model:¶  # mine¶  a: 1 # one¶  openai_runtime: on # two¶b: 2",
        "model:¶    a: 1¶b: [x] | model:¶    openai_runtime: on¶    a: 1¶b: [x]",
        "model:¶  openai_runtime:¶b: 1 | model:¶  openai_runtime: on¶b: 1",
        "'model':¶  \"openai_runtime\": \"auto\" | 'model':¶  \"openai_runtime\": on",
        "a: 💡¶model: {x: ü, openai_runtime: auto} | a: 💡¶model: {x: ü, openai_runtime: on}",
        "'' | model:¶  openai_runtime: on¶",
        "# only a comment | # only a comment¶model:¶  openai_runtime: on¶"
      })
  void only_the_one_key_changes(String before, String after) {
    assertEquals(lines(after), KEY.write(lines(before), "host.yaml", "on"));
    assertEquals(Optional.of("on"), KEY.read(lines(after), "host.yaml"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | llm:¶  provider:¶    backend: codex¶",
        "a: 1 | llm:¶  provider:¶    backend: codex¶a: 1",
        "llm: | llm: {provider: {backend: codex}}",
        "llm: {} | llm: {provider: {backend: codex}}",
        "llm:¶  # mine¶    models: {} | llm:¶  # mine¶    provider:¶      backend: codex¶    models: {}",
        "llm:¶  provider:¶    backend: none # c | llm:¶  provider:¶    backend: codex # c"
      })
  void deeper_keys_are_made_as_needed(String before, String after) {
    YamlKey key = YamlKey.of("llm", "provider", "backend");
    assertEquals(lines(after), key.write(lines(before), "host.yaml", "codex"));
    assertEquals(Optional.of("codex"), key.read(lines(after), "host.yaml"));
  }

  @Test
  void line_ends_are_those_of_the_document() {
    assertEquals(
        "a: 1\r\nmodel:\r\n  openai_runtime: on\r\n  b: 2\r\n",
        KEY.write("a: 1\r\nmodel:\r\n  b: 2\r\n", "host.yaml", "on"));
  }

  private static String lines(String text) {
    return text.replace('¶', '\n');
  }

  @ParameterizedTest
  @ValueSource(strings = {"model: gpt-5.5", "model: [a]", "[a]", "text", "model: &m {a: 1}\nb: *m"})
  void what_cannot_be_set_is_refused(String yaml) {
    TalariaException e =
        assertThrows(TalariaException.class, () -> KEY.write(yaml, "host.yaml", "on"));
    assertTrue(e.getMessage().startsWith("host.yaml was not changed: "), e.getMessage());
  }

  @Test
  void what_is_not_yaml_is_refused_with_its_place() {
    TalariaException e =
        assertThrows(TalariaException.class, () -> KEY.write("a: 1\nb: [\n", "host.yaml", "on"));
    assertTrue(e.getMessage().startsWith("host.yaml:3:1: "), e.getMessage());
  }

  @Property(tries = 500)
  void every_other_line_stays(@ForAll("documents") String yaml) {
    String on = KEY.write(yaml, "host.yaml", "codex_app_server");
    String off = KEY.write(on, "host.yaml", "auto");
    assertEquals(Optional.of("codex_app_server"), KEY.read(on, "host.yaml"));
    assertEquals(Optional.of("auto"), KEY.read(off, "host.yaml"));
    assertEquals(on, KEY.write(off, "host.yaml", "codex_app_server"));
    List<String> kept = yaml.lines().filter(line -> !line.contains("openai_runtime")).toList();
    assertEquals(kept, on.lines().filter(line -> !line.contains("openai_runtime")).toList());
  }

  @Provide
  Arbitrary<String> documents() {
    Arbitrary<String> line =
        Arbitraries.of(
                "a: 1", "# note", "b: {c: [1, 2]}", "d: \"x # y\"", "", "e: |\n  model:\n  z")
            .list()
            .ofMaxSize(4)
            .map(
                all -> all.stream().distinct().map(text -> text + "\n").reduce("", String::concat));
    Arbitrary<String> model =
        Arbitraries.of(
            "model:\n  default: gpt\n",
            "model:\n  openai_runtime: auto # why\n  default: gpt\n",
            "model:\n  # first\n  default: gpt # c\n\n  openai_runtime: \"codex_app_server\"\n");
    return Combinators.combine(line, model).as((lines, map) -> lines + map);
  }
}

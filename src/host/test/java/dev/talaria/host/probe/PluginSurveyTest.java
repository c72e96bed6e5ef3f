package dev.talaria.host.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.migration.InstalledPlugin;
import dev.talaria.protocol.wire.PluginCatalog;
import dev.talaria.protocol.wire.WireJson;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is made of answers that the real Codex cannot be made to give without an account. */
class PluginSurveyTest {

  private static PluginSurvey survey(String json, String... wanted) throws IOException {
    return new PluginSurvey(new PluginCatalog(WireJson.mapper().readTree(json)), Set.of(wanted));
  }

  private static PluginSurvey plugins(String entries) throws IOException {
    return survey("{\"marketplaces\":[{\"name\":\"m\",\"plugins\":[" + entries + "]}]}");
  }

  @Test
  void a_plugin_that_is_not_available_is_skipped_with_the_reason() throws IOException {
    PluginSurvey survey =
        plugins(
            """
            {"name":"a","installed":true,"enabled":true,"availability":"DISABLED_BY_ADMIN"},
            {"name":"b","installed":true,"availability":"AVAILABLE"},
            {"name":"c","installed":true,"enabled":false,"availability":null},
            {"name":"d","installed":false,"enabled":false},
            {"name":"e"},
            {"installed":true}
            """);
    assertEquals(
        List.of(new InstalledPlugin("b", "m", true), new InstalledPlugin("c", "m", false)),
        survey.listing().installed());
    assertEquals(List.of("a@m (DISABLED_BY_ADMIN)"), survey.listing().skipped());
  }

  @Test
  void the_first_of_a_doubled_plugin_wins() throws IOException {
    PluginSurvey survey =
        plugins(
            """
            {"name":"a","installed":true,"enabled":false},
            {"name":"a","installed":true,"enabled":true}
            """);
    assertEquals(List.of(new InstalledPlugin("a", "m", false)), survey.listing().installed());
  }

  @Test
  void a_load_error_is_told_without_secrets() throws IOException {
    PluginSurvey survey =
        survey(
            "{\"marketplaceLoadErrors\":[{\"marketplacePath\":\"/m\",\"message\":\"token=abcdefgh\"}]}");
    assertTrue(survey.hasLoadErrors());
    assertEquals(List.of("/m (token=[redacted])"), survey.listing().skipped());
  }

  @Test
  void only_a_plugin_of_the_curated_marketplace_shows_that_it_is_missing() throws IOException {
    assertTrue(survey("{}", "github@openai-curated").lacksCurated());
    assertFalse(survey("{}", "github@elsewhere").lacksCurated());
    assertFalse(
        survey("{\"marketplaces\":[{\"plugins\":[]}]}", "github@openai-curated").lacksCurated());
  }

  @Test
  void an_answer_of_another_shape_is_an_empty_one() throws IOException {
    for (String json : List.of("null", "[]", "{\"marketplaces\":3}", "{\"marketplaces\":[7]}")) {
      assertEquals(List.of(), survey(json).listing().installed(), json);
    }
  }
}

package dev.talaria.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.talaria.base.internal.ExtraFields;
import dev.talaria.codex.CodexOptions;
import dev.talaria.protocol.v2.AdditionalContextEntry;
import dev.talaria.protocol.v2.AdditionalContextKind;
import dev.talaria.protocol.v2.CollaborationMode;
import dev.talaria.protocol.v2.ModeKind;
import dev.talaria.protocol.v2.Settings;
import dev.talaria.protocol.wire.RequestFields;
import dev.talaria.protocol.wire.WireJson;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Fields that a host sets by their names. */
class ExtraFieldsTest {

  private static final JsonNode ONE = JsonNodeFactory.instance.numberNode(1);
  private static final SessionOptions PLAIN = SessionOptions.builder().build();

  private static void everyOptionIsAMethod(ExtraFields extra, Class<?> owner) {
    Set<String> methods =
        Arrays.stream(owner.getMethods()).map(Method::getName).collect(Collectors.toSet());
    extra
        .taken()
        .forEach(
            (field, option) -> assertTrue(option.isEmpty() || methods.contains(option), field));
  }

  @Test
  void a_field_with_an_option_is_refused_with_the_option_s_name() {
    everyOptionIsAMethod(SessionOptions.EXTRA, SessionOptions.Builder.class);
    everyOptionIsAMethod(TurnInput.EXTRA, TurnInput.class);
    everyOptionIsAMethod(ForkOptions.EXTRA, ForkOptions.class);
    assertEquals(
        "extra: the field 'dynamicTools' has an option: use SessionOptions.Builder.dynamicTool",
        message(() -> SessionOptions.builder().extra("dynamicTools", ONE)));
    assertEquals(
        "extra: the field 'personality' has an option: use TurnInput.personality",
        message(() -> TurnInput.of("hi").extra("personality", ONE)));
    assertEquals(
        "extra: Talaria sets the field 'threadId' itself",
        message(() -> TurnInput.of("hi").extra("threadId", ONE)));
    assertEquals(
        "extra: the field 'experimentalApi' has an option: use CodexOptions.Builder.experimentalApi",
        message(() -> CodexOptions.builder().extra("experimentalApi", ONE)));
    assertEquals(
        "extra: the name of a field must not be blank",
        message(() -> CodexOptions.builder().extra(" ", ONE)));
  }

  @Test
  void notifications_that_talaria_needs_cannot_be_left_out() {
    for (String needed :
        new String[] {"turn/completed", "item/started", "serverRequest/resolved"}) {
      assertEquals(
          "optOutNotificationMethods: Talaria itself needs " + needed,
          message(() -> CodexOptions.builder().optOutNotificationMethods("a/b", needed)));
    }
    CodexOptions options = CodexOptions.builder().optOutNotificationMethods("a/b").build();
    assertEquals(Set.of("a/b"), options.optOutNotificationMethods());
    assertEquals(Set.of("a/b"), options.toBuilder().build().optOutNotificationMethods());
  }

  private static String message(Executable misuse) {
    return assertThrows(IllegalArgumentException.class, misuse).getMessage();
  }

  @Test
  void an_extra_field_is_sent_as_it_is_until_it_is_taken_out_again() {
    SessionOptions.Builder options = SessionOptions.builder().extra("projectId", ONE);
    JsonNode start = WireJson.mapper().valueToTree(options.build().params());
    assertEquals(ONE, start.path("projectId"));
    assertFalse(start.has("fields"), start + "");
    JsonNode resume =
        WireJson.mapper().valueToTree(RequestFields.resume("t", options.build().params()));
    assertEquals(ONE, resume.path("projectId"));
    options.extra("projectId", null);
    assertFalse(WireJson.mapper().valueToTree(options.build().params()).has("projectId"));
    TurnInput input = TurnInput.of("hi").extra("turnTrigger", ONE);
    assertTrue(input.hasSettings());
    assertEquals(ONE, sent(input).path("turnTrigger"));
  }

  private static JsonNode sent(TurnInput input) {
    return WireJson.mapper().valueToTree(input.params("t", PLAIN));
  }

  @Test
  void contexts_are_by_their_sources() {
    JsonNode contexts =
        sent(TurnInput.of("hi")
                .additionalContext(
                    "ide", AdditionalContextEntry.of(AdditionalContextKind.APPLICATION, "a"))
                .additionalContext(
                    "web", AdditionalContextEntry.of(AdditionalContextKind.UNTRUSTED, "b"))
                .additionalContext(
                    "ide", AdditionalContextEntry.of(AdditionalContextKind.APPLICATION, "c")))
            .path("additionalContext");
    assertEquals(
        "{\"ide\":{\"kind\":\"application\",\"value\":\"c\"},"
            + "\"web\":{\"kind\":\"untrusted\",\"value\":\"b\"}}",
        contexts.toString());
  }

  @Test
  void a_mode_without_an_effort_has_the_turn_s_or_the_session_s() {
    CollaborationMode plan = CollaborationMode.of(ModeKind.PLAN, Settings.of("m"));
    Settings low = Settings.of("m").reasoningEffort("low");
    TurnInput input = TurnInput.of("hi").collaborationMode(plan);
    assertEquals(
        "{\"mode\":\"plan\",\"settings\":{\"model\":\"m\"}}",
        sent(input).path("collaborationMode").toString());
    assertEquals(
        "high",
        sent(input.effort("high")).at("/collaborationMode/settings/reasoning_effort").asText());
    assertEquals(
        "low",
        sent(input.effort("high").collaborationMode(CollaborationMode.of(ModeKind.PLAN, low)))
            .at("/collaborationMode/settings/reasoning_effort")
            .asText());
  }

  @Test
  void a_mode_without_a_model_is_refused_with_words() {
    CollaborationMode nobody = CollaborationMode.of(ModeKind.PLAN, Settings.of(" "));
    String refusal =
        assertThrows(
                IllegalArgumentException.class, () -> TurnInput.of("hi").collaborationMode(nobody))
            .getMessage();
    assertTrue(refusal.startsWith("a collaboration mode needs a model"), refusal);
  }

  @Test
  void a_capability_is_kept_in_a_copy_of_the_options() {
    CodexOptions options = CodexOptions.builder().extra("extensions", ONE).build();
    assertEquals(Map.of("extensions", ONE), options.toBuilder().build().capabilities());
  }
}

package dev.talaria.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.v2.AccountUpdatedNotification;
import dev.talaria.protocol.v2.AuthMode;
import dev.talaria.protocol.v2.ModelListParams;
import dev.talaria.protocol.v2.Notifications;
import dev.talaria.protocol.wire.WireJson;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NotificationTest {

  private static JsonNode json(String text) throws Exception {
    return WireJson.mapper().readTree(text);
  }

  @Test
  void an_event_is_read_as_its_kind_and_as_no_other() throws Exception {
    ServerNotification event =
        ServerNotification.of("account/updated", json("{\"authMode\":\"chatgpt\"}"));
    AccountUpdatedNotification read = Notifications.ACCOUNT_UPDATED.in(event).orElseThrow();
    assertEquals(Optional.of(AuthMode.CHATGPT), read.authMode());
    assertTrue(Notifications.SKILLS_CHANGED.in(event).isEmpty());
  }

  @Test
  void a_constant_that_is_not_known_is_kept_and_cannot_be_sent() throws Exception {
    AccountUpdatedNotification read =
        Notifications.ACCOUNT_UPDATED.params(json("{\"authMode\":\"telepathy\"}"));
    assertEquals(Optional.of(AuthMode.UNRECOGNIZED), read.authMode());
    assertEquals("telepathy", read.json().path("authMode").textValue());
    assertThrows(IllegalStateException.class, AuthMode.UNRECOGNIZED::wire);
  }

  @Test
  void absent_and_null_are_told_apart_when_sent() {
    assertEquals("{}", ModelListParams.of().json().toString());
    assertEquals("{\"cursor\":null}", ModelListParams.of().cursor(null).json().toString());
    assertEquals("{\"limit\":5}", ModelListParams.of().limit(5L).json().toString());
  }

  @Test
  void a_field_of_another_type_is_named_without_its_value() throws Exception {
    ModelListParams read = new ModelListParams(json("{\"cursor\":{\"token\":\"secret\"}}"));
    WireFormatException failure = assertThrows(WireFormatException.class, read::cursor);
    assertEquals("\"cursor\": expected a string, got object", failure.getMessage());
    assertEquals("ModelListParams[cursor]", read.toString());
  }
}

package dev.talaria.session;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.appserver.RequestShapes;
import dev.talaria.rpc.RpcException;
import dev.talaria.session.lab.FakeAppServer;
import dev.talaria.session.lab.LoggedLines;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers about profiles that the real Codex cannot be asked to give. */
@Timeout(30)
class ProfileRequestTest {

  private final FakeAppServer server = new FakeAppServer();

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  private CompletableFuture<CodexSession> open(String profile) {
    return CompletableFuture.supplyAsync(
        () -> server.open(SessionOptions.builder().permissionProfile(profile)));
  }

  private static Throwable failure(CompletableFuture<CodexSession> opened) {
    return assertThrows(CompletionException.class, opened::join).getCause();
  }

  private void startsUnder(String profile) {
    server.started =
        "\"result\":{\"thread\":{\"id\":\"%s\"},\"activePermissionProfile\":{\"id\":\"%s\"}}"
            .formatted(FakeAppServer.THREAD, profile);
  }

  private boolean got(String method) {
    return server.received.stream()
        .anyMatch(message -> message.path("method").asText().equals(method));
  }

  @Test
  void a_thread_under_another_profile_is_left() {
    startsUnder(":read-only");
    PermissionProfileException e =
        assertInstanceOf(PermissionProfileException.class, failure(open(":workspace")));
    assertTrue(e.getMessage().contains("':read-only' instead of ':workspace'"), e.getMessage());
    await().until(() -> got("thread/unsubscribe"));
  }

  @Test
  void a_thread_under_the_profile_or_under_none_that_is_named_is_kept() {
    open(":workspace").join().close();
    startsUnder(":danger-full-access");
    open(":danger-no-sandbox").join().close();
    open(null).join().close();
  }

  @Test
  void a_refusal_is_explained_even_when_the_profiles_cannot_be_listed() throws Exception {
    server.started = "\"error\":{\"code\":-32600,\"message\":\"default_permissions refers to x\"}";
    CompletableFuture<CodexSession> opened = open("x");
    JsonNode list = server.next("permissionProfile/list");
    server.send("{\"id\":" + list.path("id") + ",\"error\":{\"code\":1,\"message\":\"no\"}}");
    PermissionProfileException e =
        assertInstanceOf(PermissionProfileException.class, failure(opened));
    assertTrue(
        e.getMessage().endsWith("use one of :read-only, :workspace, :danger-full-access"),
        e.getMessage());
    assertInstanceOf(RpcException.class, e.getSuppressed()[0]);
  }

  @Test
  void a_profile_that_managed_settings_forbid_is_not_recommended() throws Exception {
    server.started = "\"error\":{\"code\":-32600,\"message\":\"permissions: no x\"}";
    CompletableFuture<CodexSession> opened = open("x");
    JsonNode list = server.next("permissionProfile/list");
    server.reply(
        list,
        "{\"data\":[{\"id\":\"a\",\"allowed\":true},{\"id\":\"b\",\"allowed\":false},{\"id\":\"c\"}]}");
    String message = failure(opened).getMessage();
    assertTrue(message.endsWith("use one of a, c"), message);
  }

  /** A Codex of this version that takes the other shape than its version is known to. */
  private static FakeAppServer surprising(String version, String taken, String refusal) {
    FakeAppServer surprising =
        new FakeAppServer(
            "\"result\":{\"userAgent\":\"talaria/" + version + " (test)\"}", Duration.ofSeconds(5));
    surprising.refuses =
        request -> {
          JsonNode permissions = request.at("/params/permissions");
          return permissions.isMissingNode() || permissions.toString().startsWith(taken)
              ? ""
              : "Invalid request: " + refusal;
        };
    return surprising;
  }

  private static List<String> permissions(FakeAppServer server, String method) {
    return server.received.stream()
        .filter(message -> message.path("method").asText().equals(method))
        .map(message -> message.at("/params/permissions").toString())
        .toList();
  }

  private static final String BY_ID = "\":workspace\"";
  private static final String AS_OBJECT = "{\"type\":\"profile\",\"id\":\":workspace\"}";

  @ParameterizedTest
  @CsvSource({
    "0.130.0, '\"', 'invalid type: map, expected a string'",
    "9.0.0, '{', 'invalid type: string, expected a map'",
    "9.0.0, '{', 'missing field `id`'",
    "9.0.0, '{', 'unknown variant `:workspace`'"
  })
  void a_refused_shape_is_tried_once_in_the_other_one_which_is_remembered_and_logged(
      String version, String taken, String refusal) throws Exception {
    List<String> expected =
        taken.equals("{") ? List.of(BY_ID, AS_OBJECT) : List.of(AS_OBJECT, BY_ID);
    SessionOptions.Builder workspace = SessionOptions.builder().permissionProfile(":workspace");
    try (LoggedLines warnings = new LoggedLines(RequestShapes.class);
        FakeAppServer other = surprising(version, taken, refusal)) {
      other.open(workspace).close();
      assertEquals(expected, permissions(other, "thread/start"));
      other.open(workspace).close();
      assertEquals(expected.get(1), permissions(other, "thread/start").get(2));
      assertEquals(1, warnings.lines().size(), warnings.lines() + "");
    }
  }

  @Test
  void a_turn_is_begun_in_the_other_shape_too() throws Exception {
    try (FakeAppServer other = surprising("9.0.0", "{", "invalid type: string, expected a map");
        CodexSession session = other.open(SessionOptions.builder())) {
      TurnInput input = TurnInput.of("go").permissionProfile(":workspace");
      Turn turn = session.startTurn(input, TurnListener.NONE);
      other.replyTurn(other.next("turn/start"));
      other.turnCompleted(FakeAppServer.TURN, "completed");
      assertEquals(TurnStatus.COMPLETED, turn.result().get(60, TimeUnit.SECONDS).status());
      assertEquals(List.of(BY_ID, AS_OBJECT), permissions(other, "turn/start"));
    }
  }

  @Test
  void a_request_that_is_refused_in_both_shapes_fails_with_the_first_reason() throws Exception {
    SessionOptions.Builder workspace = SessionOptions.builder().permissionProfile(":workspace");
    try (FakeAppServer other = surprising("9.0.0", "none", "invalid type: sequence")) {
      for (int attempt = 0; attempt < 2; attempt++) {
        RpcException e = assertThrows(RpcException.class, () -> other.open(workspace));
        assertTrue(e.getMessage().contains("invalid type: sequence"), e.getMessage());
      }
      assertEquals(List.of(BY_ID, AS_OBJECT, BY_ID, AS_OBJECT), permissions(other, "thread/start"));
    }
  }
}

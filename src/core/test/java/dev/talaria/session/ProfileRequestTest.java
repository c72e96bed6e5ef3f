package dev.talaria.session;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.rpc.RpcException;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

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
}

package dev.talaria.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.appserver.AppServer;
import dev.talaria.base.Guard;
import dev.talaria.base.TalariaException;
import dev.talaria.codex.CodexCapability;
import dev.talaria.protocol.UserInput;
import dev.talaria.protocol.wire.TurnStartParams;
import dev.talaria.protocol.wire.TurnStartResult;
import dev.talaria.rpc.RpcException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Asks a version of Codex to begin a turn: for an input of the user {@code turn/start}, without one
 * {@code thread/compact/start}. Immutable.
 */
final class TurnRequest {

  private final AppServer server;
  private final String threadId;
  private final TurnInput input;
  private final SessionOptions session;

  TurnRequest(AppServer server, String threadId, TurnInput input, SessionOptions session) {
    this.server = server;
    this.threadId = threadId;
    this.input = input;
    this.session = session;
  }

  /** Whether no reply names the turn: it is the next one that starts. */
  boolean namesNoTurn() {
    return input.parts().isEmpty();
  }

  /**
   * Sends it.
   *
   * @param onArrival as for {@link AppServer#startTurn}; not called for a turn that no reply names
   * @return fails with what names the setting, if Codex refuses one or does not have it
   */
  CompletableFuture<?> send(Consumer<TurnStartResult> onArrival) {
    if (namesNoTurn()) {
      return server.request("thread/compact/start", Map.of("threadId", threadId), JsonNode.class);
    }
    CompletableFuture<TurnStartResult> started = new CompletableFuture<>();
    try {
      TurnStartParams params = params();
      server
          .startTurn(params, onArrival)
          .whenComplete(
              (reply, error) -> {
                if (error == null) {
                  started.complete(reply);
                } else {
                  started.completeExceptionally(explained(Guard.cause(error), params));
                }
              });
    } catch (RuntimeException | StackOverflowError e) {
      // Also what cannot be written: half a surrogate pair, a schema of a thousand levels.
      started.completeExceptionally(e);
    }
    return started;
  }

  /** What is sent. */
  private TurnStartParams params() {
    checkImages();
    return new ProfileRequest(server, input.permissionProfile())
        .in(input.params(threadId, session));
  }

  private void checkImages() {
    boolean remote =
        input.parts().stream()
            .anyMatch(
                part -> part instanceof UserInput.Image image && ImageUrl.isRemote(image.url()));
    if (remote && !server.capabilities().has(CodexCapability.REMOTE_IMAGES)) {
      throw new RefusedSettingException(
          "image",
          "Codex "
              + server.version()
              + " does not fetch pictures: image takes a data: URL or a file, not an http(s) URL",
          null);
    }
  }

  private Throwable explained(Throwable error, TurnStartParams params) {
    if (!(error instanceof RpcException refusal)) {
      return error;
    }
    TalariaException ofProfile =
        new ProfileRequest(server, input.permissionProfile()).explained(refusal);
    return ofProfile != refusal ? ofProfile : RefusedSetting.in(params).explain(refusal);
  }
}

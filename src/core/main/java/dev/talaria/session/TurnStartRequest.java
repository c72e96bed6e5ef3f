package dev.talaria.session;

import dev.talaria.appserver.AppServer;
import dev.talaria.base.Guard;
import dev.talaria.base.TalariaException;
import dev.talaria.codex.CodexCapability;
import dev.talaria.protocol.InputPart;
import dev.talaria.protocol.v2.TurnStartParams;
import dev.talaria.protocol.wire.TurnStartResult;
import dev.talaria.rpc.RpcException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Has a version of Codex begin a turn on the host's input, by {@code turn/start}. Immutable. */
record TurnStartRequest(
    AppServer server, String threadId, TurnInput input, SessionOptions session) {

  /** Fails with what names the setting, if Codex refuses one or does not have it. */
  CompletableFuture<?> send(Consumer<TurnStartResult> onArrival) {
    CompletableFuture<TurnStartResult> started = new CompletableFuture<>();
    send(new ProfileRequest(server, input.permissionProfile()), onArrival, started, null);
    return started;
  }

  /**
   * @param first why Codex refused the same request in the other shape; {@code null} at first
   */
  private void send(
      ProfileRequest profile,
      Consumer<TurnStartResult> onArrival,
      CompletableFuture<TurnStartResult> started,
      RpcException first) {
    try {
      TurnStartParams params = profile.in(params());
      server
          .startTurn("turn/start", params, onArrival)
          .whenComplete(
              (reply, error) -> {
                if (error != null) {
                  refused(profile, onArrival, started, first, Guard.cause(error));
                  return;
                }
                if (first != null) {
                  profile.remember();
                }
                started.complete(reply);
              });
    } catch (RuntimeException | StackOverflowError e) {
      // Also what cannot be written: half a surrogate pair, a schema of a thousand levels.
      started.completeExceptionally(e);
    }
  }

  private void refused(
      ProfileRequest profile,
      Consumer<TurnStartResult> onArrival,
      CompletableFuture<TurnStartResult> started,
      RpcException first,
      Throwable error) {
    Optional<ProfileRequest> other =
        first == null && error instanceof RpcException refusal
            ? profile.otherShape(refusal)
            : Optional.empty();
    if (other.isPresent()) {
      send(other.get(), onArrival, started, (RpcException) error);
    } else {
      started.completeExceptionally(explained(first == null ? error : first));
    }
  }

  /** What is sent, but for the profile. */
  private TurnStartParams params() {
    checkParts();
    if (input.key().isPresent()) {
      KeyedTurns.check(server.version());
    }
    TurnStartParams params = input.params(threadId, session);
    RefusedSettingException.check(server.version(), params);
    return params;
  }

  private void checkParts() {
    if (input.parts().stream()
        .anyMatch(
            part -> part instanceof InputPart.Audio || part instanceof InputPart.LocalAudio)) {
      RefusedSettingException.check(server.version(), "audio", CodexCapability.AUDIO_INPUT);
    }
    boolean remote =
        input.parts().stream()
            .anyMatch(
                part -> part instanceof InputPart.Image image && TurnInput.isRemote(image.url()));
    if (remote && !CodexCapability.REMOTE_IMAGES.isIn(server.version())) {
      throw new RefusedSettingException(
          "image",
          "Codex "
              + server.version()
              + " does not fetch pictures: image takes a data: URL or a file, not an http(s) URL",
          null);
    }
  }

  private Throwable explained(Throwable error) {
    if (!(error instanceof RpcException refusal)) {
      return error;
    }
    TalariaException ofProfile =
        new ProfileRequest(server, input.permissionProfile()).explained(refusal);
    return ofProfile != refusal ? ofProfile : RefusedSettingException.explain(refusal, params());
  }
}

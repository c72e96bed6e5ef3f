package dev.talaria.service;

import dev.talaria.base.TalariaException;
import dev.talaria.protocol.v2.AccountLoginCompletedNotification;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A login that a person has to complete in a browser or on another device. Safe for use by many
 * threads.
 */
public final class PendingLogin {

  private final AccountService account;
  private final String id;
  private final String url;
  private final String userCode;
  private final CompletableFuture<Void> end;

  PendingLogin(
      AccountService account,
      String id,
      String url,
      String userCode,
      CompletableFuture<AccountLoginCompletedNotification> end) {
    this.account = account;
    this.id = id;
    this.url = url;
    this.userCode = userCode;
    this.end =
        end.thenAccept(
            told -> {
              if (!told.success()) {
                throw new TalariaException(
                    "the login failed: " + told.error().orElse("Codex does not say why"));
              }
            });
  }

  String id() {
    return id;
  }

  /** {@return the address that the person has to open} */
  public String url() {
    return url;
  }

  /** {@return the code that the person has to enter there; empty for a login in the browser} */
  public Optional<String> userCode() {
    return Optional.ofNullable(userCode);
  }

  /**
   * {@return completes when the person is logged in; with a {@link TalariaException} that says why
   * not, or {@link dev.talaria.rpc.ConnectionLostException} when Codex is gone} It has no time
   * limit of its own.
   */
  public CompletableFuture<Void> end() {
    return end.copy();
  }

  /** Gives up; the end then says so. */
  public void cancel() {
    account.cancel(id);
  }
}

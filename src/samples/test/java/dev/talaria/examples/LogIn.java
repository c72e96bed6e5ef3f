package dev.talaria.examples;

import dev.talaria.codex.CodexOptions;
import dev.talaria.protocol.v2.Account;
import dev.talaria.service.AccountService;
import dev.talaria.service.PendingLogin;
import dev.talaria.session.Codex;
import java.util.concurrent.TimeUnit;

/** Logs in by a code on another device, unless somebody is logged in. */
public final class LogIn {
  public static void main(String[] args) throws Exception {
    try (Codex codex = Codex.launch(CodexOptions.defaults())) {
      AccountService account = codex.account();
      if (account.read().account().isEmpty()) {
        PendingLogin login = account.loginWithDeviceCode();
        System.out.println("Open " + login.url() + ", code " + login.userCode().orElseThrow());
        login.end().get(15, TimeUnit.MINUTES); // fails when the login fails or Codex is gone
      }
      if (account.read().account().orElseThrow() instanceof Account.Chatgpt chatgpt) {
        System.out.println(chatgpt.email().orElse("?") + ", " + chatgpt.planType());
        account
            .rateLimits()
            .rateLimitsByLimitId()
            .forEach(
                (name, limit) ->
                    limit
                        .primary()
                        .ifPresent(w -> System.out.println(name + ": " + w.usedPercent() + "%")));
      }
    }
  }
}

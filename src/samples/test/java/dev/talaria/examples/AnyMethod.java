package dev.talaria.examples;

import dev.talaria.codex.CodexOptions;
import dev.talaria.protocol.v2.Account;
import dev.talaria.protocol.v2.GetAccountParams;
import dev.talaria.protocol.v2.GetAccountResponse;
import dev.talaria.protocol.v2.Methods;
import dev.talaria.protocol.v2.Notifications;
import dev.talaria.protocol.v2.PermissionProfileListParams;
import dev.talaria.protocol.v2.PermissionProfileSummary;
import dev.talaria.session.Codex;

/** Calls methods of the app-server that Talaria has no method of its own for. */
public final class AnyMethod {
  public static void main(String[] args) {
    try (Codex codex = Codex.launch(CodexOptions.defaults())) {
      codex.subscribe(
          Notifications.ACCOUNT_UPDATED,
          told -> System.out.println("another login: " + told.authMode()));

      PermissionProfileListParams params = PermissionProfileListParams.of().limit(10L);
      for (PermissionProfileSummary profile :
          codex.call(Methods.PERMISSION_PROFILE_LIST, params).data()) {
        System.out.println(profile.id() + (profile.allowed() ? "" : " is not allowed here"));
      }

      GetAccountResponse account = codex.call(Methods.ACCOUNT_READ, GetAccountParams.of());
      if (account.account().orElse(null) instanceof Account.Chatgpt chatgpt) {
        System.out.println("ChatGPT, plan " + chatgpt.planType().wire());
      } else {
        System.out.println("no login with ChatGPT");
      }
    }
  }
}

package dev.talaria.cli.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.cli.codex.ConnectedCommand;
import dev.talaria.protocol.v2.GetAccountRateLimitsResponse;
import dev.talaria.protocol.v2.GetAccountResponse;
import dev.talaria.protocol.v2.GetAccountTokenUsageResponse;
import dev.talaria.service.AccountService;
import dev.talaria.session.Codex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code talaria account}: who is logged in, and what the account has left. */
@Command(
    name = "account",
    description = {
      "Shows who is logged in and, with the options, what is left of the account's limits.",
      "Limits and usage need a ChatGPT login; Codex fetches them from the network."
    },
    footer = {"", "Exit codes: 0 fine, 1 Codex refused, 2 misuse, 3 Codex missing or too old."})
public final class AccountCommand extends ConnectedCommand {

  @Option(names = "--limits", description = "Also shows how much of the account's limits is used.")
  private boolean limits;

  @Option(names = "--usage", description = "Also shows how many tokens the account has used.")
  private boolean usage;

  @Override
  protected int run(Codex codex) {
    AccountService account = codex.account();
    GetAccountResponse who = account.read();
    GetAccountRateLimitsResponse limit = limits ? account.rateLimits() : null;
    GetAccountTokenUsageResponse used = usage ? account.usage() : null;
    if (json) {
      ObjectNode document = who.json().deepCopy();
      if (limits) {
        document.set("limits", limit.json());
      }
      if (usage) {
        document.set("usage", used.json());
      }
      print(document);
      return FINE;
    }
    out()
        .println(
            who.account()
                .map(one -> "Logged in with " + AccountText.of(one) + ".")
                .orElse(
                    who.requiresOpenaiAuth()
                        ? "Not logged in; run 'talaria login'."
                        : "Not logged in; the configured model provider does not need a login."));
    if (limits) {
      limit
          .rateLimitsByLimitId()
          .values()
          .forEach(one -> AccountText.of(one).forEach(out()::println));
    }
    if (usage) {
      AccountText.of(used).forEach(out()::println);
    }
    out().flush();
    return FINE;
  }
}

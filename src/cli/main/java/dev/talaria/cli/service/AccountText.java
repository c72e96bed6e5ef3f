package dev.talaria.cli.service;

import dev.talaria.base.VisibleText;
import dev.talaria.protocol.v2.Account;
import dev.talaria.protocol.v2.GetAccountTokenUsageResponse;
import dev.talaria.protocol.v2.RateLimitSnapshot;
import dev.talaria.protocol.v2.RateLimitWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An account, its limits and its usage as lines for people. Stateless. */
final class AccountText {

  private AccountText() {}

  static String of(Account account) {
    if (account instanceof Account.Chatgpt chatgpt) {
      return VisibleText.onOneLine(
          "ChatGPT as %s (%s)"
              .formatted(
                  chatgpt.email().orElse("somebody"),
                  chatgpt.planType().name().toLowerCase(Locale.ROOT)));
    }
    return account instanceof Account.ApiKey
        ? "an API key"
        : VisibleText.onOneLine(account.json().path("type").asText("an account"));
  }

  static List<String> of(RateLimitSnapshot limit) {
    String name = limit.limitName().or(limit::limitId).orElse("limit");
    List<String> lines = new ArrayList<>();
    limit.primary().ifPresent(window -> lines.add(of(name, window)));
    limit.secondary().ifPresent(window -> lines.add(of(name, window)));
    limit
        .credits()
        .flatMap(credits -> credits.balance())
        .ifPresent(balance -> lines.add(name + ": credits " + balance));
    return lines.stream().map(VisibleText::onOneLine).toList();
  }

  private static String of(String name, RateLimitWindow window) {
    String span = window.windowDurationMins().map(minutes -> " of " + duration(minutes)).orElse("");
    String reset =
        window.resetsAt().map(second -> ", resets " + Instant.ofEpochSecond(second)).orElse("");
    return name + ": " + window.usedPercent() + "% used" + span + reset;
  }

  private static String duration(long minutes) {
    return minutes % 1440 == 0
        ? minutes / 1440 + " d"
        : minutes % 60 == 0 ? minutes / 60 + " h" : minutes + " min";
  }

  static List<String> of(GetAccountTokenUsageResponse usage) {
    List<String> lines = new ArrayList<>();
    usage
        .summary()
        .lifetimeTokens()
        .ifPresent(tokens -> lines.add("tokens: " + tokens + " in all"));
    usage
        .summary()
        .peakDailyTokens()
        .ifPresent(tokens -> lines.add("tokens: " + tokens + " on the busiest day"));
    usage
        .dailyUsageBuckets()
        .forEach(day -> lines.add("tokens: " + day.tokens() + " on " + day.startDate()));
    return lines.stream().map(VisibleText::onOneLine).toList();
  }
}

package dev.talaria.cli.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.base.VisibleText;
import dev.talaria.cli.terminal.Columns;
import dev.talaria.protocol.TokenUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The row that says what the session runs with and what it has used. For one thread. */
final class StatusLine {

  /** Codex knows the limits of an account by this notification. */
  static final String LIMITS = "account/rateLimits/updated";

  private static final int LONGEST = 40;

  private String model = "";
  private String effort = "";
  private String profile;
  private TokenUsage usage;
  private String limits = "";

  /**
   * @param profile the permission profile; {@code null} for what Codex's configuration says
   */
  StatusLine(String profile) {
    this.profile = profile == null ? "default profile" : shown(profile);
  }

  void model(String name) {
    model = shown(name);
  }

  /** Another thread: its tokens are not known yet. */
  void forgetUsage() {
    usage = null;
  }

  void usage(TokenUsage latest) {
    usage = latest;
  }

  /** Takes the {@code rateLimits} of the notification. */
  void limits(JsonNode rateLimits) {
    List<String> windows = new ArrayList<>();
    for (String window : List.of("primary", "secondary")) {
      JsonNode used = rateLimits.path(window).path("usedPercent");
      if (used.isNumber()) {
        windows.add(Math.round(used.asDouble()) + "%" + length(rateLimits.path(window)));
      }
    }
    // A provider that says nothing in one answer does not take back what it said before.
    if (!windows.isEmpty()) {
      limits = "limit " + String.join(", ", windows);
    }
  }

  private static String length(JsonNode window) {
    long minutes = window.path("windowDurationMins").asLong();
    if (minutes <= 0) {
      return "";
    }
    return " of " + (minutes % 1440 == 0 ? minutes / 1440 + " d" : minutes / 60 + " h");
  }

  /** What the next turns think with; empty for what Codex's configuration says. */
  void effort(String level) {
    effort = level;
  }

  void profile(String name) {
    profile = shown(name);
  }

  /** The latest tokens; {@code null} for none. */
  TokenUsage usage() {
    return usage;
  }

  /**
   * What is known, as many rows as it needs.
   *
   * @param now what holds for the moment only, such as a time that runs
   */
  String text(int width, String... now) {
    List<String> parts = new ArrayList<>();
    if (!model.isEmpty()) {
      parts.add((model + " " + effort).strip());
    }
    parts.add(profile);
    if (usage != null) {
      Long window = usage.modelContextWindow();
      if (window != null && window > 0) {
        parts.add(Math.min(100, usage.last().totalTokens() * 100 / window) + "% context");
      }
      parts.add(String.format(Locale.ROOT, "%,d tokens", usage.total().totalTokens()));
    }
    if (!limits.isEmpty()) {
      parts.add(limits);
    }
    Stream.of(now).filter(part -> !part.isEmpty()).forEach(parts::add);
    StringBuilder rows = new StringBuilder();
    int used = 0;
    for (String part : parts) {
      boolean fits = used + 3 + Columns.of(part) <= width;
      rows.append(used == 0 ? "" : fits ? " · " : "\n").append(Columns.clip(part, width));
      used = (used > 0 && fits ? used + 3 : 0) + Columns.of(part);
    }
    return rows.toString();
  }

  private static String shown(String text) {
    return VisibleText.onOneLine(text, LONGEST);
  }
}

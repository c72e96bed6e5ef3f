package dev.talaria.host.settings;

import dev.talaria.approval.ApprovalPolicy;
import dev.talaria.host.ApprovalSettings;
import dev.talaria.host.ApprovalSettings.Mode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes settings of what a configuration holds. What it does not know, it refuses. */
public final class SettingsReader {

  private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|m|h)?");

  private SettingsReader() {}

  public static ApprovalSettings read(Map<?, ?> hostConfig, Path cwd) {
    if (!hostConfig.containsKey("approvals")) {
      return ApprovalSettings.none();
    }
    SettingsMap section = SettingsMap.of("approvals", hostConfig.get("approvals"));
    section.only("mode", "timeout", "own_servers", "rules");
    return new ApprovalSettings(
        mode(section), rules(section, cwd), timeout(section), section.texts("own_servers"));
  }

  private static Mode mode(SettingsMap section) {
    if (!section.has("mode")) {
      return Mode.ASK;
    }
    Object value = section.value("mode");
    // In YAML 1.1 a bare "off" is false.
    String word = Boolean.FALSE.equals(value) ? Mode.OFF.word() : String.valueOf(value);
    return section.choice("mode", word, Mode.values(), Mode::word);
  }

  private static Optional<Duration> timeout(SettingsMap section) {
    if (!section.has("timeout")) {
      return Optional.empty();
    }
    Object value = section.value("timeout");
    Matcher matcher = TIME.matcher(String.valueOf(value));
    if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
      throw section.wrong(
          "timeout", "is " + value + "; write 90s, 10m or 1h; a bare number means seconds");
    }
    long count = Long.parseLong(matcher.group(1));
    String unit = matcher.group(2) == null ? "s" : matcher.group(2);
    return Optional.of(
        switch (unit) {
          case "ms" -> Duration.ofMillis(count);
          case "m" -> Duration.ofMinutes(count);
          case "h" -> Duration.ofHours(count);
          default -> Duration.ofSeconds(count);
        });
  }

  private static ApprovalPolicy rules(SettingsMap section, Path cwd) {
    if (!section.has("rules")) {
      return ApprovalPolicy.none();
    }
    if (!(section.value("rules") instanceof List<?> list)) {
      throw section.wrong("rules", "must be a list of rules");
    }
    List<ApprovalPolicy> rules = new ArrayList<>();
    for (Object rule : list) {
      String name = "approvals: rule " + (rules.size() + 1);
      rules.add(RuleReader.read(SettingsMap.of(name, rule), cwd));
    }
    return ApprovalPolicy.of(rules);
  }
}

package dev.talaria.host.settings;

import dev.talaria.approval.ApprovalKind;
import dev.talaria.approval.ApprovalMatch;
import dev.talaria.approval.ApprovalPolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Makes a rule of a configuration's entry. */
final class RuleReader {

  private static final List<String> VERDICTS = List.of("allow", "deny", "ask");
  private static final String SUB_AGENTS = "sub_agents";

  private RuleReader() {}

  static ApprovalPolicy read(SettingsMap rule, Path cwd) {
    List<String> verdicts = VERDICTS.stream().filter(rule::has).toList();
    if (verdicts.size() != 1) {
      throw new IllegalArgumentException(
          rule.name()
              + (verdicts.isEmpty() ? " says neither" : " says more than one of")
              + " allow, deny or ask; its keys are "
              + rule.values().keySet());
    }
    String verdict = verdicts.get(0);
    ApprovalKind kind = kind(rule, verdict);
    allowedKeys(rule, verdict, kind);
    ApprovalMatch match = match(rule, kind, cwd);
    if (rule.yes(SUB_AGENTS)) {
      match = match.and(ApprovalMatch.subAgent());
    }
    return switch (verdict) {
      case "deny" -> ApprovalPolicy.deny(match);
      case "ask" -> ApprovalPolicy.ask(match);
      default -> allow(rule, match);
    };
  }

  private static ApprovalKind kind(SettingsMap rule, String verdict) {
    ApprovalKind kind =
        rule.choice(verdict, rule.value(verdict), ApprovalKind.values(), ApprovalKind::key);
    if (kind == ApprovalKind.USER_INPUT && verdict.equals("allow")) {
      throw rule.wrong(verdict, "cannot be user_input: a rule has no answers; write ask or deny");
    }
    return kind;
  }

  private static void allowedKeys(SettingsMap rule, String verdict, ApprovalKind kind) {
    List<String> keys = new ArrayList<>(List.of(verdict));
    keys.addAll(
        switch (kind) {
          case COMMAND -> List.of("prefix", "pattern");
          case NETWORK -> List.of("host");
          case FILE_CHANGE, PERMISSIONS -> List.of("under");
          case MCP_TOOL -> List.of("server", "tool", "read_only");
          case ELICITATION -> List.of("server");
          case USER_INPUT -> List.of();
        });
    keys.add(SUB_AGENTS);
    if (verdict.equals("allow")) {
      keys.add("for");
    }
    rule.only(keys.toArray(String[]::new));
  }

  private static ApprovalPolicy allow(SettingsMap rule, ApprovalMatch match) {
    String howLong = rule.text("for").orElse("once");
    return switch (howLong) {
      case "once" -> ApprovalPolicy.allow(match);
      case "session" -> ApprovalPolicy.allowForSession(match);
      case "always" -> ApprovalPolicy.allowAlways(match);
      default -> throw rule.wrong("for", "is " + howLong + "; write once, session or always");
    };
  }

  private static ApprovalMatch match(SettingsMap rule, ApprovalKind kind, Path cwd) {
    return switch (kind) {
      case COMMAND -> command(rule);
      case NETWORK -> {
        String host = rule.text("host").orElse("*");
        yield checked(rule, "host", () -> ApprovalMatch.networkHost(host));
      }
      case FILE_CHANGE, PERMISSIONS -> {
        ApprovalMatch any = ApprovalMatch.kind(kind);
        Optional<String> folder = rule.text("under");
        yield folder
            .map(name -> any.and(checked(rule, "under", () -> under(cwd, name))))
            .orElse(any);
      }
      case MCP_TOOL -> tool(rule);
      case ELICITATION -> {
        ApprovalMatch any = ApprovalMatch.kind(kind);
        Optional<String> server = rule.text("server");
        yield server.map(name -> any.and(ApprovalMatch.mcpServer(name))).orElse(any);
      }
      case USER_INPUT -> ApprovalMatch.kind(kind);
    };
  }

  private static ApprovalMatch command(SettingsMap rule) {
    if (rule.has("prefix") && rule.has("pattern")) {
      throw rule.wrong("prefix", "and 'pattern' cannot both be in one rule");
    }
    if (rule.has("prefix")) {
      String[] words = rule.texts("prefix").toArray(String[]::new);
      return checked(rule, "prefix", () -> ApprovalMatch.commandPrefix(words));
    }
    return rule.text("pattern")
        .map(
            regex ->
                checked(
                    rule, "pattern", () -> ApprovalMatch.commandPattern(Pattern.compile(regex))))
        .orElse(ApprovalMatch.kind(ApprovalKind.COMMAND));
  }

  private static ApprovalMatch tool(SettingsMap rule) {
    Optional<String> server = rule.text("server");
    if (rule.has("tool") && server.isEmpty()) {
      throw rule.wrong("tool", "needs a 'server' beside it");
    }
    ApprovalMatch match =
        server.isPresent()
            ? ApprovalMatch.mcpTool(server.get(), rule.text("tool").orElse("*"))
            : ApprovalMatch.kind(ApprovalKind.MCP_TOOL);
    return rule.yes("read_only") ? match.and(ApprovalMatch.readOnlyHint()) : match;
  }

  private static ApprovalMatch under(Path cwd, String folder) {
    if (folder.startsWith("~")) {
      throw new IllegalArgumentException("write the path of the home folder out");
    }
    return ApprovalMatch.pathsUnder(cwd.resolve(folder));
  }

  private static ApprovalMatch checked(
      SettingsMap rule, String key, Supplier<ApprovalMatch> match) {
    try {
      return match.get();
    } catch (IllegalArgumentException e) {
      throw rule.wrong(key, "is " + rule.value(key) + ": " + e.getMessage());
    }
  }
}

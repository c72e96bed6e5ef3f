package dev.talaria.host;

import dev.talaria.approval.ApprovalKind;
import dev.talaria.approval.ApprovalMatch;
import dev.talaria.approval.ApprovalPolicy;
import dev.talaria.host.settings.SettingsReader;
import dev.talaria.migration.MigrationException;
import dev.talaria.migration.yaml.YamlDocument;
import dev.talaria.session.SessionOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The section {@code approvals} of a host's configuration. Immutable.
 *
 * <pre>
 * approvals:
 *   mode: ask                  # ask, deny, unattended, off
 *   timeout: 10m
 *   own_servers: [my-tools]
 *   rules:
 *     - allow: command
 *       prefix: [git, status]
 *     - deny: command
 *       prefix: [rm]
 * </pre>
 *
 * <p>Reading it fails with an {@link IllegalArgumentException} that names the rule and the key; a
 * configuration that cannot be understood never becomes a policy.
 *
 * @param mode what happens to the approvals that no rule decides
 * @param rules the rules
 * @param timeout how long an approval may stay pending; empty when it is not said
 * @param ownServers the MCP servers that the host itself serves
 */
public record ApprovalSettings(
    Mode mode, ApprovalPolicy rules, Optional<Duration> timeout, List<String> ownServers) {

  /** What happens to the approvals that no rule decides. */
  public enum Mode {
    /** The handler decides. */
    ASK("the rest is asked, or declined without a handler"),
    /** They are declined; a rule that asks still asks. */
    DENY("the rest is declined"),
    /** They are declined, and so is what a rule wants to ask: no person is there. */
    UNATTENDED("the rest is declined at once, because no person can be asked"),
    /** Commands and file changes are allowed, the handler decides the others. */
    OFF("all other commands and file changes are allowed without asking, the rest is asked");

    private final String rest;

    Mode(String rest) {
      this.rest = rest;
    }

    /** {@return the mode as the configuration names it, such as {@code ask}} */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** {@return what happens to the rest, as a sentence} */
    public String rest() {
      return rest;
    }
  }

  /**
   * Checks the components and copies the list.
   *
   * @param mode not null
   * @param rules not null
   * @param timeout not null
   * @param ownServers empty for none
   */
  public ApprovalSettings {
    Objects.requireNonNull(mode, "mode");
    Objects.requireNonNull(rules, "rules");
    Objects.requireNonNull(timeout, "timeout");
    ownServers = List.copyOf(ownServers);
  }

  /** {@return the settings of a host that has none: what no rule decides is asked} */
  public static ApprovalSettings none() {
    return new ApprovalSettings(Mode.ASK, ApprovalPolicy.none(), Optional.empty(), List.of());
  }

  /**
   * Reads a host's configuration file.
   *
   * @param file YAML 1.2, without tags and aliases
   * @param cwd what relative folders in it are relative to: the session's directory
   * @return the settings; {@link #none} if the file has no {@code approvals}
   * @throws IOException if the file cannot be read
   */
  public static ApprovalSettings load(Path file, Path cwd) throws IOException {
    try {
      return of(YamlDocument.read(file).withoutAliases().map(), cwd);
    } catch (MigrationException e) {
      if (e.getCause() instanceof IOException) {
        throw new IOException(e.getMessage(), e);
      }
      throw new IllegalArgumentException(e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Reads a host's configuration that is in memory already; see {@link #load}.
   *
   * @param hostConfig the whole configuration as maps and lists, such as a YAML parser makes them
   * @param cwd what relative folders in it are relative to: the session's directory
   * @return the settings; {@link #none} if it has no {@code approvals}
   */
  public static ApprovalSettings of(Map<?, ?> hostConfig, Path cwd) {
    return SettingsReader.read(hostConfig, cwd);
  }

  /** {@return the rules, and what the mode does with the rest} */
  public ApprovalPolicy policy() {
    return switch (mode) {
      case ASK -> rules;
      case DENY -> rules.orElse(ApprovalPolicy.denyAll());
      case UNATTENDED -> rules.orElse(ApprovalPolicy.unattended());
      case OFF ->
          rules.orElse(
              ApprovalPolicy.allow(
                  ApprovalMatch.kind(ApprovalKind.COMMAND, ApprovalKind.FILE_CHANGE)));
    };
  }

  /**
   * Gives a session this policy, this time limit and these own servers.
   *
   * @param options changed
   * @return the same builder
   */
  public SessionOptions.Builder applyTo(SessionOptions.Builder options) {
    timeout.ifPresent(options::approvalTimeout);
    return options.policy(policy()).hostToolServers(ownServers.toArray(String[]::new));
  }

  /** {@return the rules as sentences for people to read, in the order in which they count} */
  public List<String> describe() {
    List<String> lines = new ArrayList<>();
    lines.addAll(rules.describe());
    lines.addAll(ApprovalPolicy.allowOwnHostTools(ownServers).describe());
    return lines;
  }
}

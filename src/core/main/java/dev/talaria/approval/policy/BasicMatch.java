package dev.talaria.approval.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.approval.ApprovalKind;
import dev.talaria.approval.ApprovalRequest.Command;
import dev.talaria.approval.ApprovalRequest.CommandKind;
import dev.talaria.protocol.NetworkTarget;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Matches about a request as a whole. Pure functions. */
public final class BasicMatch {

  private BasicMatch() {}

  /** Whether a command is run in the sandbox's ordinary way. */
  static boolean ordinary(Command command) {
    JsonNode more = command.additionalPermissions();
    return (command.what() == CommandKind.RUN || command.what() == CommandKind.TYPE)
        && (more.isMissingNode() || more.isNull());
  }

  /**
   * Requests of these kinds. What a command is to have beyond the sandbox touches permissions, too.
   */
  public static PartMatch ofKind(Set<ApprovalKind> kinds) {
    Predicate<ApprovalPart> ofKind = part -> kinds.contains(part.request().kind());
    return new PartMatch(
        kinds.stream()
            .map(kind -> "any " + kind.key().replace('_', ' '))
            .collect(Collectors.joining(" or ")),
        ofKind.and(part -> !(part.request() instanceof Command command) || ordinary(command)),
        ofKind.or(
            part ->
                kinds.contains(ApprovalKind.PERMISSIONS)
                    && part.request() instanceof Command
                    && part.sort() != ApprovalPart.Sort.COMMAND
                    && part.sort() != ApprovalPart.Sort.SCRIPT),
        part -> true);
  }

  /** Requests for a host, for those below it, or for any. */
  public static PartMatch ofHost(String written) {
    String host = plain(written);
    boolean starAlone = !host.startsWith("*") || host.equals("*") || host.startsWith("*.");
    if (host.isEmpty() || host.lastIndexOf('*') > 0 || !starAlone) {
      throw new IllegalArgumentException(
          "'" + written + "' is not a host: write example.com, *.example.com or *");
    }
    Predicate<ApprovalPart> asked =
        part -> part.request() instanceof Command command && isAsked(host, command);
    Predicate<ApprovalPart> concerns =
        part ->
            part.request() instanceof Command command
                && command.kind() == ApprovalKind.NETWORK
                && command.what() == CommandKind.RUN
                && ordinary(command);
    return new PartMatch(
        "network access to " + (host.equals("*") ? "any host" : host),
        concerns.and(asked),
        asked.or(part -> part.sort() == ApprovalPart.Sort.ALL_NETWORK),
        concerns);
  }

  private static boolean isAsked(String host, Command command) {
    String asked = plain(command.network().map(NetworkTarget::host).orElse(""));
    if (asked.isEmpty()) {
      return false;
    }
    return host.startsWith("*")
        ? asked.length() >= host.length() && asked.endsWith(host.substring(1))
        : asked.equals(host);
  }

  private static String plain(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  /** Requests of sub-agents. */
  public static PartMatch ofSubAgents() {
    Predicate<ApprovalPart> asks = part -> part.request().origin().ofSubAgent();
    return new PartMatch("requests of sub-agents", asks, asks, part -> true);
  }
}

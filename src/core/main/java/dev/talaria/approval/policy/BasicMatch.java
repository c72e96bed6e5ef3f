package dev.talaria.approval.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.approval.ApprovalKind;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.approval.ApprovalRequest.CommandKind;
import dev.talaria.protocol.NetworkTarget;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Matches about a request as a whole, and those that combine others. */
public final class BasicMatch {

  private BasicMatch() {}

  /** Whether a command is run in the sandbox's ordinary way. */
  static boolean ordinary(ApprovalRequest.Command command) {
    JsonNode more = command.additionalPermissions();
    return (command.what() == CommandKind.RUN || command.what() == CommandKind.TYPE)
        && (more.isMissingNode() || more.isNull());
  }

  public record OfKind(Set<ApprovalKind> kinds) implements PartMatch {

    @Override
    public boolean covers(ApprovalPart part) {
      return kinds.contains(part.request().kind())
          && !(part.request() instanceof ApprovalRequest.Command command && !ordinary(command));
    }

    /** What a command is to have beyond the sandbox counts as permissions, too. */
    @Override
    public boolean touches(ApprovalPart part) {
      return kinds.contains(part.request().kind())
          || kinds.contains(ApprovalKind.PERMISSIONS)
              && part.request() instanceof ApprovalRequest.Command
              && part.sort() != ApprovalPart.Sort.COMMAND
              && part.sort() != ApprovalPart.Sort.SCRIPT;
    }

    @Override
    public boolean concerns(ApprovalPart part) {
      return true;
    }

    @Override
    public String describe() {
      return kinds.stream()
          .map(kind -> "any " + kind.key().replace('_', ' '))
          .collect(Collectors.joining(" or "));
    }
  }

  public record Host(String host) implements PartMatch {
    public Host {
      String written = host;
      host = plain(host);
      if (host.isEmpty() || host.lastIndexOf('*') > 0 || !starAlone(host)) {
        throw new IllegalArgumentException(
            "'" + written + "' is not a host: write example.com, *.example.com or *");
      }
    }

    private static boolean starAlone(String host) {
      return !host.startsWith("*") || host.equals("*") || host.startsWith("*.");
    }

    private static String plain(String host) {
      String lower = host.toLowerCase(Locale.ROOT);
      return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    @Override
    public boolean covers(ApprovalPart part) {
      return part.request() instanceof ApprovalRequest.Command command
          && command.what() == CommandKind.RUN
          && ordinary(command)
          && matches(command);
    }

    @Override
    public boolean touches(ApprovalPart part) {
      return part.sort() == ApprovalPart.Sort.ALL_NETWORK
          || part.request() instanceof ApprovalRequest.Command command && matches(command);
    }

    @Override
    public boolean concerns(ApprovalPart part) {
      return part.request() instanceof ApprovalRequest.Command command
          && command.kind() == ApprovalKind.NETWORK
          && command.what() == CommandKind.RUN
          && ordinary(command);
    }

    private boolean matches(ApprovalRequest.Command command) {
      String asked = plain(command.network().map(NetworkTarget::host).orElse(""));
      if (asked.isEmpty()) {
        return false;
      }
      return host.startsWith("*")
          ? asked.length() >= host.length() && asked.endsWith(host.substring(1))
          : asked.equals(host);
    }

    @Override
    public String describe() {
      return "network access to " + (host.equals("*") ? "any host" : host);
    }
  }

  public record SubAgent() implements PartMatch {
    @Override
    public boolean covers(ApprovalPart part) {
      return touches(part);
    }

    @Override
    public boolean touches(ApprovalPart part) {
      return part.request().origin().ofSubAgent();
    }

    @Override
    public boolean concerns(ApprovalPart part) {
      return true;
    }

    @Override
    public String describe() {
      return "requests of sub-agents";
    }
  }

  /**
   * Two matches together.
   *
   * @param both whether both must match, and not only one of them
   */
  public record Combined(PartMatch one, PartMatch other, boolean both) implements PartMatch {

    @Override
    public boolean covers(ApprovalPart part) {
      return both ? one.covers(part) && other.covers(part) : one.covers(part) || other.covers(part);
    }

    @Override
    public boolean touches(ApprovalPart part) {
      return both
          ? one.touches(part) && other.touches(part)
          : one.touches(part) || other.touches(part);
    }

    @Override
    public boolean concerns(ApprovalPart part) {
      return one.concerns(part) && other.concerns(part);
    }

    @Override
    public String describe() {
      return "(" + one.describe() + (both ? " and " : " or ") + other.describe() + ")";
    }
  }

  public record Not(PartMatch match) implements PartMatch {

    @Override
    public boolean covers(ApprovalPart part) {
      return part.sure() && match.concerns(part) && !match.touches(part);
    }

    @Override
    public boolean touches(ApprovalPart part) {
      return !match.covers(part);
    }

    @Override
    public boolean concerns(ApprovalPart part) {
      return match.concerns(part);
    }

    @Override
    public String describe() {
      return "not (" + match.describe() + ")";
    }
  }
}

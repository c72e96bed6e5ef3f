package dev.talaria.approval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.approval.ApprovalRequest.CommandKind;
import dev.talaria.protocol.NetworkTarget;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Matches about a question as a whole, and those that combine others. */
final class BasicMatch {

  private BasicMatch() {}

  /** Whether a command is run in the sandbox' ordinary way. */
  static boolean ordinary(ApprovalRequest.Command command) {
    JsonNode more = command.additionalPermissions();
    return (command.what() == CommandKind.RUN || command.what() == CommandKind.TYPE)
        && (more.isMissingNode() || more.isNull());
  }

  static final class OfKind extends ApprovalMatch {
    private final Set<ApprovalKind> kinds;

    OfKind(Set<ApprovalKind> kinds) {
      this.kinds = new TreeSet<>(kinds);
    }

    @Override
    boolean covers(QuestionPart part) {
      return kinds.contains(part.request().kind())
          && !(part.request() instanceof ApprovalRequest.Command command && !ordinary(command));
    }

    /** What a command is to have beyond the sandbox counts as permissions, too. */
    @Override
    boolean touches(QuestionPart part) {
      return kinds.contains(part.request().kind())
          || kinds.contains(ApprovalKind.PERMISSIONS)
              && part.request() instanceof ApprovalRequest.Command
              && part.sort() != QuestionPart.Sort.COMMAND
              && part.sort() != QuestionPart.Sort.SCRIPT;
    }

    @Override
    boolean concerns(QuestionPart part) {
      return true;
    }

    @Override
    public String describe() {
      return kinds.stream()
          .map(kind -> "any " + kind.word().replace('_', ' '))
          .collect(Collectors.joining(" or "));
    }
  }

  static final class Host extends ApprovalMatch {
    private final String host;

    Host(String host) {
      this.host = plain(host);
      if (this.host.isEmpty() || this.host.lastIndexOf('*') > 0 || !starAlone(this.host)) {
        throw new IllegalArgumentException(
            "'" + host + "' is no host: write example.com, *.example.com or *");
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
    boolean covers(QuestionPart part) {
      return part.request() instanceof ApprovalRequest.Command command
          && command.what() == CommandKind.RUN
          && ordinary(command)
          && matches(command);
    }

    @Override
    boolean touches(QuestionPart part) {
      return part.sort() == QuestionPart.Sort.ALL_NETWORK
          || part.request() instanceof ApprovalRequest.Command command && matches(command);
    }

    @Override
    boolean concerns(QuestionPart part) {
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

  static final class SubAgent extends ApprovalMatch {
    @Override
    boolean covers(QuestionPart part) {
      return touches(part);
    }

    @Override
    boolean touches(QuestionPart part) {
      return part.request().origin().ofSubAgent();
    }

    @Override
    boolean concerns(QuestionPart part) {
      return true;
    }

    @Override
    public String describe() {
      return "questions of sub-agents";
    }
  }

  static final class Both extends ApprovalMatch {
    private final ApprovalMatch one;
    private final ApprovalMatch other;

    Both(ApprovalMatch one, ApprovalMatch other) {
      this.one = Objects.requireNonNull(one, "match");
      this.other = Objects.requireNonNull(other, "match");
    }

    @Override
    boolean covers(QuestionPart part) {
      return one.covers(part) && other.covers(part);
    }

    @Override
    boolean touches(QuestionPart part) {
      return one.touches(part) && other.touches(part);
    }

    @Override
    boolean concerns(QuestionPart part) {
      return one.concerns(part) && other.concerns(part);
    }

    @Override
    public String describe() {
      return "(" + one + " and " + other + ")";
    }
  }

  static final class Either extends ApprovalMatch {
    private final ApprovalMatch one;
    private final ApprovalMatch other;

    Either(ApprovalMatch one, ApprovalMatch other) {
      this.one = Objects.requireNonNull(one, "match");
      this.other = Objects.requireNonNull(other, "match");
    }

    @Override
    boolean covers(QuestionPart part) {
      return one.covers(part) || other.covers(part);
    }

    @Override
    boolean touches(QuestionPart part) {
      return one.touches(part) || other.touches(part);
    }

    @Override
    boolean concerns(QuestionPart part) {
      return one.concerns(part) && other.concerns(part);
    }

    @Override
    public String describe() {
      return "(" + one + " or " + other + ")";
    }
  }

  static final class Not extends ApprovalMatch {
    private final ApprovalMatch match;

    Not(ApprovalMatch match) {
      this.match = Objects.requireNonNull(match, "match");
    }

    @Override
    boolean covers(QuestionPart part) {
      return part.sure() && match.concerns(part) && !match.touches(part);
    }

    @Override
    boolean touches(QuestionPart part) {
      return !match.covers(part);
    }

    @Override
    boolean concerns(QuestionPart part) {
      return match.concerns(part);
    }

    @Override
    public String describe() {
      return "not (" + match + ")";
    }
  }
}

package dev.talaria.approval;

import dev.talaria.approval.ApprovalRequest.Command;

/** What a question about a host says. Pure functions. */
final class NetworkText {

  private NetworkText() {}

  static String title(Command request) {
    return "let a command reach a host on the network";
  }

  static String headline(Command request) {
    return "reach " + target(request);
  }

  /** The host and how it is reached. */
  static String target(Command request) {
    var target = request.network().orElseThrow();
    String host = target.host() == null ? "an unknown host" : SafeText.name(target.host());
    return target.protocol() == null ? host : host + " by " + SafeText.name(target.protocol());
  }
}

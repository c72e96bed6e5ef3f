package dev.talaria.approval;

import dev.talaria.approval.ApprovalRequest.Command;

/** What a question about a host says. Pure functions. */
final class NetworkText {

  private NetworkText() {}

  static String title(Command request) {
    return "let a command reach a host on the network";
  }

  /** The host and how it is reached. */
  static String target(Command request, SafeText safe) {
    var target = request.network().orElseThrow();
    String host = target.host() == null ? "an unknown host" : safe.name(target.host());
    return target.protocol() == null ? host : host + " by " + safe.name(target.protocol());
  }
}

package dev.talaria.cli.service;

import dev.talaria.cli.codex.ConnectedCommand;
import dev.talaria.session.Codex;
import picocli.CommandLine.Command;

/** {@code talaria logout}: Codex forgets its login. */
@Command(
    name = "logout",
    description = "Makes Codex forget its login, and revokes a ChatGPT login.",
    footer = {"", "Exit codes: 0 logged out, 1 failed, 2 misuse, 3 Codex missing or too old."})
public final class LogoutCommand extends ConnectedCommand {

  @Override
  protected int run(Codex codex) {
    codex.account().logout();
    if (json) {
      print(codex.account().read().json());
    } else {
      out().println("Logged out.");
      out().flush();
    }
    return FINE;
  }
}

package dev.talaria.cli;

import dev.talaria.codex.CodexOptions;
import dev.talaria.codex.CodexVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code talaria --version} prints. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {
      "talaria "
          + CodexOptions.defaults().clientVersion()
          + " (Codex "
          + CodexVersion.MINIMUM
          + " or newer; Java "
          + Runtime.version().feature()
          + ")"
    };
  }
}

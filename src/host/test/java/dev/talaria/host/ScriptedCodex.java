package dev.talaria.host;

import dev.talaria.codex.CodexOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A shell script in Codex's place that tells its version and then does what a test says. */
final class ScriptedCodex {

  static final String HANDSHAKE =
      "read line; echo '{\"id\":1,\"result\":{\"userAgent\":\"talaria/0.169.0 x\"}}'; read line\n";

  private ScriptedCodex() {}

  /** Options for a script that runs {@code body} whatever it is called for but its version. */
  static CodexOptions options(Path folder, String body) throws IOException {
    Path file = folder.resolve("codex");
    Files.writeString(
        file,
        "#!/bin/sh\nif [ \"$1\" = --version ]; then echo codex-cli 0.169.0; exit 0; fi\n"
            + body
            + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return CodexOptions.builder().executable(file).codexHome(folder).build();
  }
}

package dev.talaria.codex.process;

import dev.talaria.base.Redaction;
import dev.talaria.base.TalariaException;
import dev.talaria.codex.CodexExecutable;
import dev.talaria.codex.CodexOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Lets Codex write the JSON Schema of its app-server's protocol, experimental parts included.
 *
 * <p>Blocks its caller for at most the time given; the process ends with the call. Source: {@code
 * codex app-server generate-json-schema --experimental}.
 */
public final class SchemaExport {

  private SchemaExport() {}

  /**
   * Writes the schema files ({@code ClientRequest.json} and others) into a folder.
   *
   * @param codex what to ask; its configuration and login are not looked at
   * @param directory an existing folder, which also serves as the {@code CODEX_HOME} of the call
   * @throws TalariaException if Codex does not start, fails or takes too long
   */
  public static void write(CodexExecutable codex, Path directory, Duration timeout) {
    Path folder = directory.toAbsolutePath();
    CodexOptions options =
        CodexOptions.builder().codexHome(folder).workingDirectory(folder).build();
    List<String> arguments =
        List.of("app-server", "generate-json-schema", "--experimental", "--out", folder.toString());
    CodexCommand.Outcome outcome = CodexCommand.run(codex, options, arguments, timeout);
    if (outcome.exit() != 0) {
      String message =
          "writing the schema of %s exited with %d: %s"
              .formatted(codex.path(), outcome.exit(), outcome.stderr().strip());
      throw new TalariaException(Redaction.redact(message));
    }
  }
}

package dev.talaria.codex;

import dev.talaria.base.Redaction;
import dev.talaria.base.TalariaException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets Codex write the JSON Schema of its app-server's protocol, experimental parts included.
 *
 * <p>Blocks its caller for at most the time given; the process ends with the call. Source: {@code
 * codex app-server generate-json-schema --experimental}, 0.125.0 to 0.169.0.
 */
public final class SchemaExport {

  private static final Logger LOG = LoggerFactory.getLogger(SchemaExport.class);
  private static final Duration GRACE = Duration.ofMillis(200);

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
    Map<String, String> environment =
        ChildEnvironment.of(System.getenv(), CodexOptions.builder().codexHome(folder).build());
    List<String> command =
        List.of(
            codex.path().toString(),
            "app-server",
            "generate-json-schema",
            "--experimental",
            "--out",
            folder.toString());
    try (OwnedChild child = OwnedChild.launch(command, environment, folder, timeout, GRACE)) {
      OutputTail stdout = OutputTail.of(child.stdout(), "codex-schema");
      closeStdin(child);
      int exit = child.exit().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      if (exit != 0) {
        child.stderr().awaitEnd(OwnedChild.LAST_WORDS);
        stdout.awaitEnd(OwnedChild.LAST_WORDS);
        throw failure(
            codex, "exited with " + exit + ": " + child.shown(child.stderr()).strip(), null);
      }
    } catch (TimeoutException e) {
      throw failure(codex, "took more than " + timeout.toMillis() + " ms", e);
    } catch (ExecutionException e) {
      throw failure(codex, "ended in disorder", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure(codex, "was interrupted", e);
    }
  }

  private static void closeStdin(OwnedChild child) {
    try {
      child.stdin().close();
    } catch (IOException e) {
      LOG.debug("the process had closed its stdin before we did", e);
    }
  }

  private static TalariaException failure(CodexExecutable codex, String what, Throwable cause) {
    String message = "writing the schema of " + codex.path() + " " + what;
    return new TalariaException(Redaction.redact(message), cause);
  }
}

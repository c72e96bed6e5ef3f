package dev.talaria.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/**
 * What the command line logs unless the user configures it: severe problems, on standard error.
 *
 * <p>Made by the JDK when the first logger is asked for, through {@code
 * java.util.logging.config.class}; stateless.
 */
public final class QuietLogging {

  private static final String SETTINGS =
      "handlers=java.util.logging.ConsoleHandler\n.level=SEVERE\n";

  /** Configures the loggers of this process. */
  public QuietLogging() throws IOException {
    LogManager.getLogManager()
        .readConfiguration(
            new ByteArrayInputStream(SETTINGS.getBytes(StandardCharsets.ISO_8859_1)));
  }
}

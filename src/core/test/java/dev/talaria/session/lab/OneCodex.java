package dev.talaria.session.lab;

import dev.talaria.fixtures.model.ModelScript;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives the labs of a test class one Codex, home and model, a thread each; starting Codex is the
 * larger part of a short test.
 *
 * <p>For classes whose tests leave nothing behind: no process is killed, nothing is remembered in
 * the home, no turn runs on. The tests of a class run one by one.
 */
public final class OneCodex implements BeforeAllCallback, AfterAllCallback {

  private static boolean shared;
  private static CodexLab lab;

  /** The lab whose Codex the class shares, started when it is first needed; else empty. */
  public static Optional<CodexLab> ofTheClass() {
    if (shared && lab == null) {
      lab = new CodexLab(Path.of("."), ModelScript.texts(), config -> config);
    }
    return Optional.ofNullable(lab);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    shared = true;
  }

  @Override
  public void afterAll(ExtensionContext context) {
    shared = false;
    if (lab != null) {
      lab.close();
      lab = null;
    }
  }
}

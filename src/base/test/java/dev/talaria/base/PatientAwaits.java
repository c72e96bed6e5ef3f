package dev.talaria.base;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Lets {@code await()} without a limit wait for a minute: how long a machine under load takes says
 * nothing about the code. JUnit finds it by itself ({@code junit-platform.properties}) in modules
 * that have the test-jar of this one.
 */
public final class PatientAwaits implements BeforeAllCallback {

  @Override
  public void beforeAll(ExtensionContext context) {
    Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
  }
}

package dev.talaria.llm.config;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** The result of a trial call to a model ({@link AuthProbe}). Immutable; messages are redacted. */
public sealed interface ProbeResult {

  /** {@return the model that was tried; an alias where it was not resolved} */
  String model();

  /** {@return what happened, for people; ends with what to do} */
  String message();

  /** {@return what to do, alone; empty if there is nothing to do} */
  String fix();

  /** {@return whether the model answered} */
  default boolean isOk() {
    return this instanceof Ok;
  }

  /**
   * The model answered.
   *
   * @param model the id of the model
   */
  record Ok(String model) implements ProbeResult {

    @Override
    public String message() {
      return "Codex is authenticated, and " + model + " answers.";
    }

    @Override
    public String fix() {
      return "";
    }
  }

  /**
   * There is no login, or it is not accepted.
   *
   * @param model the model that was tried
   * @param details what Codex reported
   */
  record NotLoggedIn(String model, String details) implements ProbeResult {

    @Override
    public String message() {
      return "Codex authentication is not usable. " + fix() + " Details: " + details;
    }

    @Override
    public String fix() {
      return "Authenticate Codex locally with the Codex CLI (`codex login`), verify that it is"
          + " installed, then rerun `talaria llm setup` or `talaria doctor`.";
    }
  }

  /**
   * The model is not one of Codex's, or the account does not have it.
   *
   * @param model the model that was tried
   * @param supported whether it is a name that Codex's models can have; if not, nothing was asked
   * @param details what Codex reported
   */
  record ModelUnavailable(String model, boolean supported, String details) implements ProbeResult {

    @Override
    public String message() {
      return supported
          ? ("Codex is authenticated, but the configured model \"%s\" is not available for this Codex"
                  + " account. %s Details: %s")
              .formatted(model, fix(), details)
          : details;
    }

    @Override
    public String fix() {
      return supported
          ? "Run `codex` to see the models that your account supports, then set llm.models.default"
              + " in the host's configuration (or rerun `talaria llm setup`)."
          : "Set llm.models.default in the host's configuration to a supported Codex model (codex,"
              + " default, or a gpt-* / codex-* id), or rerun `talaria llm setup`.";
    }
  }

  /**
   * The login is good, and the provider lets no more requests pass for now.
   *
   * @param model the model that was tried
   * @param retryAt when it will, if that is known
   * @param details what Codex reported
   */
  record RateLimited(String model, Optional<Instant> retryAt, String details)
      implements ProbeResult {

    @Override
    public String message() {
      return "Codex is authenticated, but a limit of the account or of %s is reached. %s Details: %s"
          .formatted(model, fix(), details);
    }

    @Override
    public String fix() {
      return retryAt
          .map(at -> "Try again at " + shown(at) + ".")
          .orElse(
              "Try again in a few minutes; if the problem persists, check the plan's usage"
                  + " and billing.");
    }

    private static String shown(Instant at) {
      return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss z", Locale.ROOT)
          .withZone(ZoneId.systemDefault())
          .format(at.plusMillis(999).truncatedTo(ChronoUnit.SECONDS));
    }
  }

  /**
   * Codex does not start or does not answer, or it cannot reach the model.
   *
   * @param model the model that was tried
   * @param details what happened
   */
  record Unreachable(String model, String details) implements ProbeResult {

    @Override
    public String message() {
      return "No answer from " + model + " through Codex. " + fix() + " Details: " + details;
    }

    @Override
    public String fix() {
      return "Check with `talaria doctor` that Codex starts, and that the network and the model"
          + " provider in Codex's config.toml can be reached; then try again.";
    }
  }
}

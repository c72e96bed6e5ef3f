package dev.talaria.session;

import dev.talaria.base.TalariaException;

/**
 * Codex refuses a setting, or this version of it does not have it.
 *
 * <p>The message names the setting, its value, and what Codex said. Immutable.
 */
public final class RefusedSettingException extends TalariaException {

  private static final long serialVersionUID = 1L;

  private final String setting;

  RefusedSettingException(String setting, String message, Throwable cause) {
    super(message, cause);
    this.setting = setting;
  }

  /** The setting's name, as the method that sets it is called. */
  public String setting() {
    return setting;
  }
}

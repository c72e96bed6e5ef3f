package dev.talaria.session;

import dev.talaria.base.TalariaException;

/**
 * Codex refused the permission profile that a session requested.
 *
 * <p>The message names the profile, what Codex said, and how to fix it. No thread is left open.
 * Immutable.
 */
public final class PermissionProfileException extends TalariaException {

  private static final long serialVersionUID = 1L;

  /** The profile's id. */
  private final String profile;

  PermissionProfileException(String profile, String message, Throwable cause) {
    super(message, cause);
    this.profile = profile;
  }

  /** {@return the id of the profile, as the host gave it} */
  public String profile() {
    return profile;
  }
}

package dev.talaria.base;

/**
 * The root of every exception that Talaria throws on purpose.
 *
 * <p>Messages say what happened, to what, and what to do next; they never carry a secret. Instances
 * are immutable and may be passed between threads.
 */
public class TalariaException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * An exception without a cause.
   *
   * @param message what happened, to what, and what to do next; without a secret
   */
  public TalariaException(String message) {
    super(message);
  }

  /**
   * An exception with its cause.
   *
   * @param message what happened, to what, and what to do next; without a secret
   * @param cause is not redacted: a log may print its message; {@code null} if there is none
   */
  public TalariaException(String message, Throwable cause) {
    super(message, cause);
  }
}

package dev.talaria.llm.config;

import dev.talaria.base.TalariaException;
import java.util.List;

/**
 * A host's configuration for language models cannot be used.
 *
 * <p>Immutable. The message holds every error, each with the path of its key.
 */
public class LlmConfigException extends TalariaException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> errors;

  LlmConfigException(String file, List<String> errors) {
    super(file + ": " + String.join("; ", errors));
    this.errors = List.copyOf(errors);
  }

  /** {@return what is wrong, each with the path of its key, such as {@code llm.models.default}} */
  public List<String> errors() {
    return errors;
  }
}

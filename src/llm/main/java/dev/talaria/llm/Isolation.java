package dev.talaria.llm;

/**
 * How much of the user's own Codex setup a call sees. The login and the model provider are always
 * the user's.
 */
public enum Isolation {
  /** The user's MCP servers, plugins, apps, skills, hooks and project instructions are off. */
  STRICT(
      "With isolation strict each call is a thread of its own with a read-only sandbox, approval"
          + " policy never and no web search, and without the user's MCP servers, plugins, apps,"
          + " skills, hooks and project instructions. Login and model provider stay the user's. In an"
          + " agent loop the model may still run commands that only read, and read any file that"
          + " this account can read; an older Codex than 0.147.0 lets it look at pictures in every"
          + " call.",
      "Run prompts that you do not trust under an account, or in a container, that has no files to"
          + " keep from the model."),
  /** Everything is as the user has configured it. */
  USER(
      "With isolation user each call is a thread of its own with a read-only sandbox, approval"
          + " policy never and no web search, but all else is as in the user's own Codex: MCP"
          + " servers and what they can do, plugins, apps, skills, hooks and project instructions."
          + " The model may run commands that only read, and read any file that this account can"
          + " read.",
      "Set llm.isolation to strict unless the calls need the user's own servers.");

  private final String warning;
  private final String advice;

  Isolation(String warning, String advice) {
    this.warning = warning;
    this.advice = advice;
  }

  /** {@return what it holds back and what it does not, for the user of a host} */
  public String warning() {
    return warning;
  }

  /** {@return what to do where that is not enough} */
  public String advice() {
    return advice;
  }
}

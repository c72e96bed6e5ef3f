package dev.talaria.protocol.wire;

import java.util.List;

/**
 * The params of {@code item/tool/requestUserInput} (experimental). A component is {@code null} when
 * the server leaves it out.
 *
 * @param itemId the tool call that asks
 * @param isBlocking whether the agent waits for the answer; 0.169.0 only
 */
public record UserInputParams(
    String threadId, String turnId, String itemId, List<Question> questions, Boolean isBlocking) {

  /**
   * One question.
   *
   * @param id the key of its answer
   * @param header a title of a word or two
   * @param question the question itself
   * @param options the answers offered; {@code null} or empty for free text
   * @param isOther whether another answer than those offered is welcome
   * @param isSecret whether the answer must not be shown
   */
  public record Question(
      String id,
      String header,
      String question,
      List<Option> options,
      boolean isOther,
      boolean isSecret) {}

  /** An answer that is offered. */
  public record Option(String label, String description) {}
}

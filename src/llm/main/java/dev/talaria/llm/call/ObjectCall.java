package dev.talaria.llm.call;

import dev.talaria.llm.LlmException;
import java.util.function.Supplier;

/** A call whose answer is an object; an answer that is not valid is sent back to be corrected. */
public final class ObjectCall<T> extends ThreadCall<T> {

  private final int repairAttempts;
  private final Supplier<ObjectAnswer<T>> wanted;

  /**
   * @param wanted prepares the reading of the answer; may fail
   */
  public ObjectCall(
      CallSetup setup,
      String model,
      CallOptions options,
      int repairAttempts,
      Supplier<ObjectAnswer<T>> wanted) {
    super(setup, "object", model, options);
    this.repairAttempts = repairAttempts;
    this.wanted = wanted;
  }

  @Override
  protected T work() throws InterruptedException {
    ObjectAnswer<T> answer = wanted.get();
    String prompt = options.text();
    for (int repairs = 0; ; repairs++) {
      String text = answer(prompt, answer.strictSchema());
      try {
        return answer.read(text);
      } catch (LlmException invalid) {
        if (repairs >= repairAttempts) {
          throw invalid;
        }
        prompt =
            "Your last answer was not accepted. "
                + invalid.getMessage()
                + "\nAnswer again with the whole corrected JSON and nothing else.";
      }
    }
  }
}

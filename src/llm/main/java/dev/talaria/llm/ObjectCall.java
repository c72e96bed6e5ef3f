package dev.talaria.llm;

/** A call whose answer is an object; an answer that is not valid is sent back to be mended. */
final class ObjectCall<T> extends LlmCall<T> {

  private final ObjectRequest<T> request;

  ObjectCall(CodexLlmRuntime.Setup setup, ObjectRequest<T> request) {
    super(setup, request.options());
    this.request = request;
  }

  @Override
  T work(ModelThread thread) throws InterruptedException {
    ObjectAnswer<T> answer = ObjectAnswer.of(request);
    String prompt = options.text();
    for (int repairs = 0; ; repairs++) {
      String text = thread.ask(prompt, answer.strictSchema()).finalText();
      LoopCall.toolProblem(meter.failures())
          .ifPresent(
              problem -> {
                throw problem;
              });
      try {
        return answer.read(text);
      } catch (LlmException invalid) {
        if (repairs >= setup.repairAttempts()) {
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

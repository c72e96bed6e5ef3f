package dev.talaria.llm;

/** A call whose answer is text. */
final class TextCall extends LlmCall<String> {

  TextCall(CodexLlmRuntime.Setup setup, CallOptions options) {
    super(setup, options);
  }

  @Override
  String work(ModelThread thread) throws InterruptedException {
    String text = thread.ask(options.text(), null).finalText();
    LoopCall.toolProblem(meter.failures())
        .ifPresent(
            problem -> {
              throw problem;
            });
    if (text.isBlank()) {
      throw new LlmException(
          LlmException.Kind.NO_ANSWER, "Codex completed without an agent message");
    }
    return text;
  }
}

package dev.talaria.llm;

/** A call whose answer is text. */
final class TextCall extends ThreadCall<String> {

  TextCall(CallSetup setup, String model, CallOptions options) {
    super(setup, model, options);
  }

  @Override
  String work() throws InterruptedException {
    return CallFailure.unlessBlank(answer(options.text(), null));
  }
}

package dev.talaria.llm.call;

/** A call whose answer is text. */
public final class TextCall extends ThreadCall<String> {

  public TextCall(CallSetup setup, String model, CallOptions options) {
    super(setup, "text", model, options);
  }

  @Override
  protected String work() throws InterruptedException {
    return CallFailure.unlessBlank(answer(options.text(), null));
  }
}

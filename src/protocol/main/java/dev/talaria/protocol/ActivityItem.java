package dev.talaria.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An item that reports something that happened in a turn and that is neither a message nor a tool
 * call of the model.
 *
 * <p>Immutable as long as the raw node is not modified; may be passed between threads. Every
 * accessor tolerates any JSON in any member, and none returns null. Source: the {@code Item} of the
 * protocol schema; {@code functionCallOutput}, {@code subAgentActivity} and {@code sleep} are
 * younger than 0.130.0.
 */
public sealed interface ActivityItem extends Item {

  @Override
  default <R> R accept(Item.Visitor<R> visitor) {
    return visitor.visit(this);
  }

  /**
   * Gives the item to the visitor's method for its type.
   *
   * @param <R> what a visit gives
   * @param visitor called once, on this thread
   * @return what the visitor gave
   */
  <R> R accept(Visitor<R> visitor);

  /**
   * What to do with an item of each of these types; see {@link Item.Visitor}.
   *
   * @param <R> what a visit gives
   */
  interface Visitor<R> {
    /**
     * {@return the result for what a hook of the user made the model read}
     *
     * @param item with a text for each run of a hook
     */
    R visit(HookPrompt item);

    /**
     * {@return the result for the output of a function whose call is not an item}
     *
     * @param item with the output, a text or parts
     */
    R visit(FunctionCallOutput item);

    /**
     * {@return the result for a plan that the model proposes}
     *
     * @param item with the plan as Markdown
     */
    R visit(Plan item);

    /**
     * {@return the result for something that the model asked of another agent}
     *
     * @param item with the threads of the agents that it is about
     */
    R visit(CollabAgentToolCall item);

    /**
     * {@return the result for a step in the life of a sub-agent}
     *
     * @param item with the step and the agent's thread
     */
    R visit(SubAgentActivity item);

    /**
     * {@return the result for a look at an image}
     *
     * @param item with the path of the image
     */
    R visit(ImageView item);

    /**
     * {@return the result for an image that the provider makes}
     *
     * @param item with the saved file, or why there is none
     */
    R visit(ImageGeneration item);

    /**
     * {@return the result for a wait of the model}
     *
     * @param item with the duration
     */
    R visit(Sleep item);

    /**
     * {@return the result for the beginning of a review}
     *
     * @param item with what is reviewed
     */
    R visit(EnteredReviewMode item);

    /**
     * {@return the result for the end of a review}
     *
     * @param item with what the reviewer found
     */
    R visit(ExitedReviewMode item);
  }

  /**
   * {@return the item of one of these types; empty for any other type}
   *
   * @param type the wire name of the type, such as {@code plan}
   * @param raw the item as it came
   */
  static Optional<Item> of(String type, JsonNode raw) {
    ActivityItem item =
        switch (type) {
          case "hookPrompt" -> new HookPrompt(raw);
          case "functionCallOutput" -> new FunctionCallOutput(raw);
          case "plan" -> new Plan(raw);
          case "collabAgentToolCall" -> new CollabAgentToolCall(raw);
          case "subAgentActivity" -> new SubAgentActivity(raw);
          case "imageView" -> new ImageView(raw);
          case "imageGeneration" -> new ImageGeneration(raw);
          case "sleep" -> new Sleep(raw);
          case "enteredReviewMode" -> new EnteredReviewMode(raw);
          case "exitedReviewMode" -> new ExitedReviewMode(raw);
          default -> null;
        };
    return Optional.ofNullable(item);
  }

  /**
   * What a hook of the user made the model read. Values are immutable.
   *
   * @param raw the item as it came
   */
  record HookPrompt(JsonNode raw) implements ActivityItem {

    /** {@return the texts of the fragments in order, one for each run of a hook} */
    public List<String> texts() {
      List<String> texts = new ArrayList<>();
      for (JsonNode fragment : ItemFields.elements(raw, "fragments")) {
        texts.add(fragment.isObject() ? ItemFields.text(fragment, "text") : fragment.asText());
      }
      return texts;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * What a function answered whose call is not an item of its own. Values are immutable.
   *
   * @param raw the item as it came
   */
  record FunctionCallOutput(JsonNode raw) implements ActivityItem {

    /** {@return the function's name; empty when the wire gives none} */
    public String name() {
      return ItemFields.text(raw, "name");
    }

    /** {@return the function's namespace; absent when the wire gives none} */
    public Optional<String> namespace() {
      return ItemFields.optionalText(raw, "namespace");
    }

    /**
     * {@return a text, or an array of {@code input_text}, {@code input_image} and such; a null node
     * when absent}
     */
    public JsonNode output() {
      return ItemFields.member(raw, "output");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * The plan that the model proposes in plan mode. Values are immutable.
   *
   * @param raw the item as it came
   */
  record Plan(JsonNode raw) implements ActivityItem {

    /** {@return the plan as Markdown} */
    public String text() {
      return ItemFields.text(raw, "text");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * Something that the model asked of another agent. Values are immutable.
   *
   * @param raw the item as it came
   */
  record CollabAgentToolCall(JsonNode raw) implements ActivityItem {

    /**
     * {@return {@code spawnAgent}, {@code sendInput}, {@code wait}, {@code closeAgent} and others}
     */
    public String tool() {
      return ItemFields.text(raw, "tool");
    }

    /**
     * {@return {@code inProgress}, {@code completed}, {@code failed}, {@code interrupted}, or
     * another}
     */
    public String status() {
      return ItemFields.scalar(raw, "status");
    }

    /** {@return the threads of the agents that it is about; after a spawn the new one} */
    public List<String> receiverThreadIds() {
      return ItemFields.elements(raw, "receiverThreadIds").stream().map(ItemFields::text).toList();
    }

    /** {@return what the other agents are to do; absent when the call has none} */
    public Optional<String> prompt() {
      return ItemFields.optionalText(raw, "prompt");
    }

    /**
     * {@return the last known {@code {status, message}} by thread id; a null node when there is
     * none}
     */
    public JsonNode agentsStates() {
      return ItemFields.member(raw, "agentsStates");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * A step in the life of a sub-agent. Values are immutable.
   *
   * @param raw the item as it came
   */
  record SubAgentActivity(JsonNode raw) implements ActivityItem {

    /**
     * {@return {@code started}, {@code interacted}, {@code interrupted}, {@code completed}, or a
     * later one}
     */
    public String kind() {
      return ItemFields.scalar(raw, "kind");
    }

    /** {@return the agent's name within the tree of agents} */
    public String agentPath() {
      return ItemFields.text(raw, "agentPath");
    }

    /** {@return the agent's thread; empty when the wire gives none} */
    public String agentThreadId() {
      return ItemFields.text(raw, "agentThreadId");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * The model looked at an image file. Values are immutable.
   *
   * @param raw the item as it came
   */
  record ImageView(JsonNode raw) implements ActivityItem {

    /** {@return the path of the image, as the wire gives it; empty when it gives none} */
    public String path() {
      return ItemFields.text(raw, "path");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * The provider made an image. Values are immutable.
   *
   * @param raw the item as it came
   */
  record ImageGeneration(JsonNode raw) implements ActivityItem {

    /** {@return the provider's status: {@code completed}, {@code failed}, or another} */
    public String status() {
      return ItemFields.scalar(raw, "status");
    }

    /** {@return the prompt as the provider reworded it; absent when it did not} */
    public Optional<String> revisedPrompt() {
      return ItemFields.optionalText(raw, "revisedPrompt");
    }

    /** {@return where Codex has put the image; absent when it has not} */
    public Optional<String> savedPath() {
      return ItemFields.optionalText(raw, "savedPath");
    }

    /** {@return why there is no image; absent when there is one, or no reason} */
    public Optional<JsonNode> failure() {
      return ItemFields.optional(raw, "failure");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * The model waited. Values are immutable.
   *
   * @param raw the item as it came
   */
  record Sleep(JsonNode raw) implements ActivityItem {

    /** {@return how long it waited; zero when the wire gives no whole number of milliseconds} */
    public Duration duration() {
      JsonNode millis = ItemFields.member(raw, "durationMs");
      boolean whole = millis.isIntegralNumber() && millis.canConvertToLong();
      return whole ? Duration.ofMillis(millis.longValue()) : Duration.ZERO;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * A review begins; what follows is the reviewer's. Values are immutable.
   *
   * @param raw the item as it came
   */
  record EnteredReviewMode(JsonNode raw) implements ActivityItem {

    /** {@return what is reviewed, such as {@code current changes}} */
    public String review() {
      return ItemFields.text(raw, "review");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * A review has ended. Values are immutable.
   *
   * @param raw the item as it came
   */
  record ExitedReviewMode(JsonNode raw) implements ActivityItem {

    /** {@return what the reviewer found} */
    public String review() {
      return ItemFields.text(raw, "review");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }
}

package dev.talaria.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An item that tells of something that happened in a turn and is neither a message nor a call of a
 * tool that the model sees as such.
 *
 * <p>Immutable as long as the raw node is not modified; may be passed between threads. Every
 * accessor tolerates any JSON in any member, and none returns null. Source: the {@code ThreadItem}
 * of the protocol schema; {@code functionCallOutput}, {@code subAgentActivity} and {@code sleep}
 * are younger than 0.130.0.
 */
public sealed interface ActivityItem extends ThreadItem {

  @Override
  default <R> R accept(ThreadItem.Visitor<R> visitor) {
    return visitor.visit(this);
  }

  /** Gives the item to the visitor's method for its type. */
  <R> R accept(Visitor<R> visitor);

  /**
   * What to do with an item of each of these types; see {@link ThreadItem.Visitor}.
   *
   * @param <R> what a visit gives
   */
  interface Visitor<R> {
    R visit(HookPrompt item);

    R visit(FunctionCallOutput item);

    R visit(Plan item);

    R visit(CollabAgentToolCall item);

    R visit(SubAgentActivity item);

    R visit(ImageView item);

    R visit(ImageGeneration item);

    R visit(Sleep item);

    R visit(EnteredReviewMode item);

    R visit(ExitedReviewMode item);
  }

  /** The item of one of these types; empty for any other type. */
  static Optional<ThreadItem> of(String type, JsonNode raw) {
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

  /** What a hook of the user made the model read. Values are immutable. */
  record HookPrompt(JsonNode raw) implements ActivityItem {

    /** The texts of the fragments in order, one for each run of a hook. */
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

  /** What a function answered whose call is not an item of its own. Values are immutable. */
  record FunctionCallOutput(JsonNode raw) implements ActivityItem {

    public String name() {
      return ItemFields.text(raw, "name");
    }

    public Optional<String> namespace() {
      return ItemFields.optionalText(raw, "namespace");
    }

    /**
     * A text, or an array of {@code input_text}, {@code input_image} and such; null when absent.
     */
    public JsonNode output() {
      return ItemFields.member(raw, "output");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** The plan that the model proposes in plan mode. Values are immutable. */
  record Plan(JsonNode raw) implements ActivityItem {

    /** The plan as Markdown. */
    public String text() {
      return ItemFields.text(raw, "text");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Something that the model asked of another agent. Values are immutable. */
  record CollabAgentToolCall(JsonNode raw) implements ActivityItem {

    /** {@code spawnAgent}, {@code sendInput}, {@code wait}, {@code closeAgent} and others. */
    public String tool() {
      return ItemFields.text(raw, "tool");
    }

    /** {@code inProgress}, {@code completed}, {@code failed}, {@code interrupted}, or another. */
    public String status() {
      return ItemFields.scalar(raw, "status");
    }

    /** The threads of the agents that it is about; after a spawn the new one. */
    public List<String> receiverThreadIds() {
      return ItemFields.elements(raw, "receiverThreadIds").stream().map(ItemFields::text).toList();
    }

    public Optional<String> prompt() {
      return ItemFields.optionalText(raw, "prompt");
    }

    /** The last known {@code {status, message}} by thread id; a null node when there is none. */
    public JsonNode agentsStates() {
      return ItemFields.member(raw, "agentsStates");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** A step in the life of a sub-agent. Values are immutable. */
  record SubAgentActivity(JsonNode raw) implements ActivityItem {

    /**
     * {@code started}, {@code interacted}, {@code interrupted}, {@code completed}, or a later one.
     */
    public String kind() {
      return ItemFields.scalar(raw, "kind");
    }

    /** The agent's name within the tree of agents. */
    public String agentPath() {
      return ItemFields.text(raw, "agentPath");
    }

    public String agentThreadId() {
      return ItemFields.text(raw, "agentThreadId");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** The model looked at an image file. Values are immutable. */
  record ImageView(JsonNode raw) implements ActivityItem {

    public String path() {
      return ItemFields.text(raw, "path");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** The provider made an image. Values are immutable. */
  record ImageGeneration(JsonNode raw) implements ActivityItem {

    /** The provider's word for it: {@code completed}, {@code failed}, or another. */
    public String status() {
      return ItemFields.scalar(raw, "status");
    }

    /** The prompt as the provider reworded it. */
    public Optional<String> revisedPrompt() {
      return ItemFields.optionalText(raw, "revisedPrompt");
    }

    /** Where Codex has put the image. */
    public Optional<String> savedPath() {
      return ItemFields.optionalText(raw, "savedPath");
    }

    /** Why there is no image. */
    public Optional<JsonNode> failure() {
      return ItemFields.optional(raw, "failure");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** The model waited. Values are immutable. */
  record Sleep(JsonNode raw) implements ActivityItem {

    /** How long; zero when the wire gives no whole number of milliseconds. */
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

  /** A review begins; what follows is the reviewer's. Values are immutable. */
  record EnteredReviewMode(JsonNode raw) implements ActivityItem {

    /** What is reviewed, such as {@code current changes}. */
    public String review() {
      return ItemFields.text(raw, "review");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** A review has ended. Values are immutable. */
  record ExitedReviewMode(JsonNode raw) implements ActivityItem {

    /** What the reviewer found. */
    public String review() {
      return ItemFields.text(raw, "review");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }
}

package dev.talaria.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.ActivityItem;
import java.util.ArrayList;
import java.util.List;

/**
 * Says in one short text what an item that is neither message nor tool call was about.
 *
 * <p>Stateless. The text has at most {@value #MAX_TEXT} code points and never holds the bytes of an
 * image.
 */
final class ActivityNote implements ActivityItem.Visitor<String> {

  static final int MAX_TEXT = 1500;

  private static final int MAX_AGENTS = 16;

  private ActivityNote() {}

  static String of(ActivityItem item) {
    return Excerpt.head(item.accept(new ActivityNote()), MAX_TEXT);
  }

  @Override
  public String visit(ActivityItem.HookPrompt item) {
    return "a hook added for the model: " + String.join("\n", item.texts());
  }

  @Override
  public String visit(ActivityItem.FunctionCallOutput item) {
    String name = or(item.name(), "a function");
    String full = item.namespace().map(space -> space + "." + name).orElse(name);
    return full + " answered" + named(": ", output(item.output()));
  }

  /** Given as it is, since transcripts of other clients do so too. */
  @Override
  public String visit(ActivityItem.Plan item) {
    return JsonText.cut(item.raw(), MAX_TEXT);
  }

  @Override
  public String visit(ActivityItem.SubAgentActivity item) {
    String agent = "agent " + or(item.agentPath(), "without a name");
    String what = or(item.kind(), "did something");
    return agent + " " + what + named(", thread ", item.agentThreadId());
  }

  @Override
  public String visit(ActivityItem.ImageView item) {
    return "looked at the image " + file(item.path());
  }

  @Override
  public String visit(ActivityItem.Sleep item) {
    return "waited " + item.duration().toMillis() + " ms";
  }

  @Override
  public String visit(ActivityItem.EnteredReviewMode item) {
    return "review begins" + named(": ", item.review());
  }

  @Override
  public String visit(ActivityItem.ExitedReviewMode item) {
    return "review ended" + named(": ", item.review());
  }

  /** Parts that are not text are only named: they may be images. */
  private static String output(JsonNode output) {
    if (output.isTextual()) {
      return inline(output.textValue());
    }
    if (!output.isArray()) {
      return output.isNull() ? "" : part(output);
    }
    List<String> parts = new ArrayList<>();
    output.forEach(part -> parts.add(part(part)));
    return String.join("\n", parts);
  }

  private static String part(JsonNode part) {
    if (part.path("text").isTextual()) {
      return inline(part.get("text").textValue());
    }
    if (part.isContainerNode()) {
      return "(" + or(part.path("type").asText(), "no text") + ")";
    }
    return part.isTextual() ? inline(part.textValue()) : JsonText.of(part);
  }

  @Override
  public String visit(ActivityItem.CollabAgentToolCall item) {
    StringBuilder text = new StringBuilder(or(item.tool(), "a call to another agent"));
    text.append(named(", ", item.status()));
    List<String> receivers = item.receiverThreadIds();
    if (!receivers.isEmpty()) {
      text.append(", thread ").append(String.join(", ", firstOf(receivers)));
    }
    item.prompt().ifPresent(prompt -> text.append(": ").append(Excerpt.head(prompt, MAX_TEXT / 3)));
    int agents = 0;
    for (var state : item.agentsStates().properties()) {
      if (++agents > MAX_AGENTS) {
        break;
      }
      text.append("\n").append(state.getKey()).append(" is ");
      text.append(or(state.getValue().path("status").asText(), "in an unknown state"));
      text.append(named(": ", state.getValue().path("message").asText("")));
    }
    return text.toString();
  }

  @Override
  public String visit(ActivityItem.ImageGeneration item) {
    StringBuilder text = new StringBuilder("image " + or(item.status(), "of unknown status"));
    item.savedPath().ifPresent(path -> text.append(", saved as ").append(file(path)));
    item.failure()
        .ifPresent(failure -> text.append(", because of ").append(JsonText.cut(failure, MAX_TEXT)));
    item.revisedPrompt().ifPresent(prompt -> text.append(": ").append(prompt));
    return text.toString();
  }

  private static List<String> firstOf(List<String> names) {
    return names.subList(0, Math.min(MAX_AGENTS, names.size()));
  }

  private static String file(String path) {
    return or(inline(path), "without a path");
  }

  /** The text, unless it is data that was put in its place. */
  private static String inline(String text) {
    return text.regionMatches(true, 0, "data:", 0, 5) ? "(inline data)" : text;
  }

  private static String named(String before, String text) {
    return text.isEmpty() ? "" : before + text;
  }

  private static String or(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text;
  }
}

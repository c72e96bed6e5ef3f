package dev.talaria.viewer.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.approval.ApprovalRequest.Command;
import dev.talaria.approval.ApprovalRequest.Elicitation;
import dev.talaria.approval.ApprovalRequest.Question;
import dev.talaria.approval.ApprovalRequest.UserInput;
import dev.talaria.approval.ApprovalText;
import dev.talaria.approval.FormField;
import dev.talaria.approval.answer.ApprovalAnswer;
import dev.talaria.approval.answer.ApprovalAnswer.LegacyRefusal;
import dev.talaria.approval.shell.ShellWords;
import dev.talaria.protocol.wire.WireJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An approval as a page shows it, and what its answer means. Pure functions. */
final class Choices {

  private static final Pattern MASKED = Pattern.compile("\\[\\d+ characters? masked\\]");

  private static final Map<String, ApprovalDecision> DECISIONS = new LinkedHashMap<>();

  static {
    DECISIONS.put("once", ApprovalDecision.allow());
    DECISIONS.put("session", ApprovalDecision.allowForSession());
    DECISIONS.put("always", ApprovalDecision.allowAlways());
    DECISIONS.put("deny", ApprovalDecision.decline());
    DECISIONS.put("cancel", ApprovalDecision.cancel());
  }

  private Choices() {}

  /** What is shown: safe texts, the choices that Codex takes, and what is to be filled in. */
  static ObjectNode shown(String id, ApprovalRequest request) {
    ObjectNode json = WireJson.mapper().createObjectNode().put("id", id);
    json.put("thread", request.threadId()).put("turn", request.turnId());
    json.put("item", request.origin().itemId());
    List<ApprovalText.Line> lines = ApprovalText.styledLines(request);
    json.set("lines", lines(lines));
    json.put("brief", !lines.equals(ApprovalText.styledFullLines(request)));
    int masked = 0;
    for (ApprovalText.Line line : lines) {
      Matcher found = MASKED.matcher(line.text());
      while (found.find()) {
        masked++;
      }
    }
    json.put("masked", masked);
    of(request).forEach(json.putArray("choices")::add);
    json.put("stores", !stored(request).isEmpty());
    if (request instanceof Elicitation form) {
      FormField.of(form.schema()).forEach(field -> add(json.withArray("fields"), field));
    } else if (request instanceof UserInput input) {
      input.questions().forEach(question -> add(json.withArray("fields"), question));
    }
    return json;
  }

  private static void add(ArrayNode fields, FormField field) {
    ObjectNode one = fields.addObject().put("name", field.name()).put("title", field.title());
    one.put("about", field.description()).put("type", field.type());
    one.put("required", field.required()).put("other", field.choices().isEmpty());
    one.put("fallback", field.fallback().asText(""));
    field.labels().forEach(one.putArray("options")::add);
  }

  private static void add(ArrayNode fields, Question question) {
    ObjectNode one = fields.addObject().put("name", question.id()).put("title", question.text());
    one.put("about", question.header()).put("type", question.secret() ? "secret" : "string");
    one.put("required", false).put("fallback", "");
    one.put("other", question.freeText() || question.options().isEmpty());
    question.options().forEach(option -> one.withArray("options").add(option.label()));
  }

  /** With nothing masked and nothing left out. */
  static ArrayNode whole(ApprovalRequest request) {
    return lines(ApprovalText.styledFullLines(request));
  }

  /** The words that "always" stores, as a shell takes them; empty where it stores none. */
  static String stored(ApprovalRequest request) {
    return request instanceof Command command
            && command.network().isEmpty()
            && isApplied(request, ApprovalDecision.allowAlways())
        ? ShellWords.join(command.proposedPrefix())
        : "";
  }

  private static ArrayNode lines(List<ApprovalText.Line> lines) {
    ArrayNode array = WireJson.mapper().createArrayNode();
    for (ApprovalText.Line line : lines) {
      array
          .addObject()
          .put("style", line.style().name().toLowerCase(Locale.ROOT))
          .put("text", line.text());
    }
    return array;
  }

  private static List<String> of(ApprovalRequest request) {
    List<String> choices = new ArrayList<>();
    boolean filledIn = isFilledIn(request);
    DECISIONS.forEach(
        (word, decision) -> {
          boolean once = word.equals("once") || word.equals("deny");
          if (filledIn && decision.allows() ? once : once || isApplied(request, decision)) {
            choices.add(word);
          }
        });
    return choices;
  }

  private static boolean isApplied(ApprovalRequest request, ApprovalDecision decision) {
    return ApprovalAnswer.of(request, decision, LegacyRefusal.OBJECT).applied() == decision.kind();
  }

  private static boolean isFilledIn(ApprovalRequest request) {
    return request instanceof UserInput input && !input.questions().isEmpty()
        || request instanceof Elicitation form
            && form.mode().equals("form")
            && !FormField.of(form.schema()).isEmpty();
  }

  /**
   * What an answer means.
   *
   * @param answer {@code {"choice", "values", "words"}}: what is filled in, and the words to store
   * @throws IllegalArgumentException if it is not one of the choices, or not filled in
   */
  static ApprovalDecision decision(ApprovalRequest request, JsonNode answer) {
    String choice = answer.path("choice").asText();
    if (!of(request).contains(choice)) {
      throw new IllegalArgumentException("that is not one of the choices");
    }
    if (choice.equals("always") && answer.has("words")) {
      return always(stored(request), answer.path("words").asText());
    }
    ApprovalDecision decision = DECISIONS.get(choice);
    if (!decision.allows() || !isFilledIn(request)) {
      return decision;
    }
    JsonNode values = answer.path("values");
    return request instanceof UserInput input
        ? answers(input, values)
        : ApprovalDecision.submit(form((Elicitation) request, values));
  }

  private static ApprovalDecision always(String proposed, String line) {
    if (line.strip().equals(proposed)) {
      return ApprovalDecision.allowAlways();
    }
    return ShellWords.split(line)
        .filter(words -> !words.isEmpty())
        .map(ApprovalDecision::allowAlways)
        .orElseThrow(() -> new IllegalArgumentException("this is not a valid list of shell words"));
  }

  private static ApprovalDecision answers(UserInput input, JsonNode values) {
    Map<String, List<String>> answers = new LinkedHashMap<>();
    for (Question question : input.questions()) {
      String text = values.path(question.id()).asText("");
      boolean offered = question.options().stream().anyMatch(one -> one.label().equals(text));
      if (!offered && !question.freeText() && !question.options().isEmpty() && !text.isEmpty()) {
        throw new IllegalArgumentException("please choose one of the answers");
      }
      if (!text.isEmpty()) {
        answers.put(question.id(), List.of(text));
      }
    }
    return ApprovalDecision.answers(answers);
  }

  private static ObjectNode form(Elicitation request, JsonNode values) {
    ObjectNode form = WireJson.mapper().createObjectNode();
    for (FormField field : FormField.of(request.schema())) {
      String text = values.path(field.name()).asText("");
      Optional<JsonNode> value = text.isEmpty() ? Optional.of(field.fallback()) : field.read(text);
      if (value.isEmpty()) {
        throw new IllegalArgumentException(field.title() + " does not have such a value");
      } else if (!value.get().isMissingNode()) {
        form.set(field.name(), value.get());
      } else if (field.required()) {
        throw new IllegalArgumentException(field.title() + " is needed");
      }
    }
    return form;
  }
}

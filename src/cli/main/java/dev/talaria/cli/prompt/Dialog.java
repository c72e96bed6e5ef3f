package dev.talaria.cli.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.approval.ApprovalRequest.Question;
import dev.talaria.approval.FormField;
import dev.talaria.base.VisibleText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects the contents of an answer: the fields of a form, or the answers to questions. */
final class Dialog {

  private static final int LONGEST = 60;
  private static final Optional<String> TAKEN = Optional.empty();

  private final ApprovalRequest request;
  private final ObjectNode form = JsonNodeFactory.instance.objectNode();
  private final Map<String, List<String>> answers = new LinkedHashMap<>();

  Dialog(ApprovalRequest request) {
    this.request = request;
  }

  /** What is asked for, in order. */
  List<Step> steps() {
    if (request instanceof ApprovalRequest.Elicitation elicitation) {
      return FormField.of(elicitation.schema()).stream().map(this::step).toList();
    }
    List<Question> questions = ((ApprovalRequest.UserInput) request).questions();
    return questions.stream().map(each -> step(each, questions.size() > 1)).toList();
  }

  /** The filled-in answer. */
  ApprovalDecision decision() {
    return request instanceof ApprovalRequest.UserInput
        ? ApprovalDecision.answers(answers)
        : ApprovalDecision.submit(form);
  }

  private Step step(FormField field) {
    String prompt = "  " + shown(field.title()) + hint(field) + " > ";
    return new Step(numbered(field.labels()), prompt, true, "", line -> take(field, line));
  }

  private Optional<String> take(FormField field, String line) {
    JsonNode value = line.isEmpty() ? field.fallback() : field.read(line).orElse(null);
    if (value == null) {
      return Optional.of("that is not " + expected(field));
    } else if (!value.isMissingNode()) {
      form.set(field.name(), value);
    } else if (field.required()) {
      return Optional.of("an answer is needed; Ctrl-C declines");
    }
    return TAKEN;
  }

  private static String hint(FormField field) {
    String type =
        switch (field.type()) {
          case "boolean" -> " [y/n";
          case "integer", "number" -> " [" + field.type();
          default -> field.choices().isEmpty() ? " [text" : " [number of a choice";
        };
    if (!field.fallback().isMissingNode()) {
      return type + ", Enter for " + shown(field.fallback().asText()) + "]";
    }
    return type + (field.required() ? "]" : ", Enter for none]");
  }

  private static String expected(FormField field) {
    return switch (field.type()) {
      case "boolean" -> "yes or no";
      case "integer" -> "a whole number";
      case "number" -> "a number";
      default -> "a choice of this form";
    };
  }

  private Step step(Question question, boolean isOneOfMany) {
    List<String> rows = new ArrayList<>();
    if (isOneOfMany) {
      rows.add("  " + VisibleText.onOneLine(question.text(), 500));
      rows.addAll(numbered(labels(question)));
    }
    String name = question.header().isBlank() ? "answer" : shown(question.header());
    String prompt = "  " + name + (question.secret() ? " (not shown)" : "") + " > ";
    return new Step(rows, prompt, !question.secret(), "", line -> take(question, line));
  }

  private Optional<String> take(Question question, String line) {
    Optional<String> option = option(question, line.strip());
    if (line.isEmpty()) {
      return TAKEN;
    } else if (option.isEmpty() && !question.freeText()) {
      return Optional.of("please give the number of an answer");
    }
    answers.put(question.id(), List.of(option.orElse(line)));
    return TAKEN;
  }

  private static Optional<String> option(Question question, String word) {
    List<String> labels = labels(question);
    if (word.matches("[0-9]{1,4}")) {
      int index = Integer.parseInt(word) - 1;
      return index >= 0 && index < labels.size()
          ? Optional.of(labels.get(index))
          : Optional.empty();
    }
    return labels.stream().filter(word::equals).findFirst();
  }

  private static List<String> labels(Question question) {
    return question.options().stream().map(ApprovalRequest.Option::label).toList();
  }

  private static List<String> numbered(List<String> labels) {
    List<String> rows = new ArrayList<>();
    for (String label : labels) {
      rows.add("      " + (rows.size() + 1) + ". " + VisibleText.onOneLine(label, 200));
    }
    return rows;
  }

  private static String shown(String text) {
    return VisibleText.onOneLine(text, LONGEST);
  }
}

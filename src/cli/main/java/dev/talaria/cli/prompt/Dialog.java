package dev.talaria.cli.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.approval.ApprovalRequest.Question;
import dev.talaria.approval.FormField;
import dev.talaria.base.VisibleText;
import dev.talaria.cli.terminal.Screen;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks for the contents of an answer: the fields of a form, or the answers to questions. */
final class Dialog {

  private static final int LONGEST = 60;

  private final Screen screen;

  Dialog(Screen screen) {
    this.screen = screen;
  }

  /** The filled-in answer; empty when the person gave up. */
  Optional<ApprovalDecision> run(ApprovalRequest request) throws InterruptedException {
    if (request instanceof ApprovalRequest.Elicitation form) {
      return form(FormField.of(form.schema()));
    } else if (request instanceof ApprovalRequest.UserInput input) {
      return answers(input.questions());
    }
    return Optional.empty();
  }

  private Optional<ApprovalDecision> form(List<FormField> fields) throws InterruptedException {
    ObjectNode form = JsonNodeFactory.instance.objectNode();
    for (FormField field : fields) {
      number(field.labels());
      Optional<JsonNode> value = field(field);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      if (!value.get().isMissingNode()) {
        form.set(field.name(), value.get());
      }
    }
    return Optional.of(ApprovalDecision.submit(form));
  }

  /** A field's value, a missing node for none; empty when the person gave up. */
  private Optional<JsonNode> field(FormField field) throws InterruptedException {
    while (true) {
      screen.print("  " + shown(field.title()) + hint(field) + " > ");
      Optional<String> line = screen.line(true);
      if (line.isEmpty()) {
        return Optional.empty();
      }
      if (line.get().isEmpty()) {
        if (!field.fallback().isMissingNode() || !field.required()) {
          return Optional.of(field.fallback());
        }
        screen.println("    an answer is needed; Ctrl-C declines");
        continue;
      }
      Optional<JsonNode> value = field.read(line.get());
      if (value.isPresent()) {
        return value;
      }
      screen.println("    that is not " + expected(field));
    }
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

  private Optional<ApprovalDecision> answers(List<Question> questions) throws InterruptedException {
    Map<String, List<String>> answers = new LinkedHashMap<>();
    for (Question question : questions) {
      if (questions.size() > 1) {
        screen.println("  " + VisibleText.onOneLine(question.text(), 500));
        number(question.options().stream().map(ApprovalRequest.Option::label).toList());
      }
      Optional<String> answer = answer(question);
      if (answer.isEmpty()) {
        return Optional.empty();
      }
      if (!answer.get().isEmpty()) {
        answers.put(question.id(), List.of(answer.get()));
      }
    }
    return Optional.of(ApprovalDecision.answers(answers));
  }

  /** An answer, an empty text for none; empty when the person gave up. */
  private Optional<String> answer(Question question) throws InterruptedException {
    String name = question.header().isBlank() ? "answer" : shown(question.header());
    while (true) {
      screen.print("  " + name + (question.secret() ? " (not shown)" : "") + " > ");
      Optional<String> line = screen.line(!question.secret());
      if (line.isEmpty() || line.get().isEmpty()) {
        return line;
      }
      Optional<String> option = option(question, line.get().strip());
      if (option.isPresent()) {
        return option;
      } else if (question.freeText()) {
        return line;
      }
      screen.println("    please give the number of an answer");
    }
  }

  private static Optional<String> option(Question question, String word) {
    List<String> labels = question.options().stream().map(ApprovalRequest.Option::label).toList();
    if (word.matches("[0-9]{1,4}")) {
      int index = Integer.parseInt(word) - 1;
      return index >= 0 && index < labels.size()
          ? Optional.of(labels.get(index))
          : Optional.empty();
    }
    return labels.stream().filter(word::equals).findFirst();
  }

  private void number(List<String> labels) {
    for (int i = 0; i < labels.size(); i++) {
      screen.println("      " + (i + 1) + ". " + VisibleText.onOneLine(labels.get(i), 200));
    }
  }

  private static String shown(String text) {
    return VisibleText.onOneLine(text, LONGEST);
  }
}

package dev.talaria.session.fault;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.fixtures.model.ModelRequest;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import dev.talaria.transcript.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One conversation of which every message is counted in what the model is sent. Used by one thread
 * at a time, but for {@link #answer}, which knows no conversation.
 */
final class FaultDialogue {

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  /** What the model does with a prompt. */
  enum Kind {
    TEXT,
    HANG,
    STREAM,
    COMMAND,
    ESCALATE
  }

  private final List<String> answered = new ArrayList<>();
  private final List<String> cutOff = new ArrayList<>();
  private final List<Message> transcript = new ArrayList<>();

  /** A prompt that is sent nowhere else. */
  static String prompt(Kind kind) {
    return "ask#" + NUMBERS.incrementAndGet() + "# " + kind;
  }

  /** Answers what the latest prompt asks for; what is not a prompt of ours is never answered. */
  static Reply answer(ModelRequest request) {
    String prompt = request.latestPrompt();
    if (!prompt.startsWith("ask#")) {
      return Reply.text("never heard").hangAfter(0);
    }
    return switch (Kind.valueOf(prompt.substring(prompt.indexOf(' ') + 1))) {
      case TEXT -> Reply.text(said(prompt));
      case HANG -> Reply.text("never heard").hangAfter(0);
      case STREAM -> Reply.of(OutputItem.chunks("ha", "lf")).hangAfter(4);
      case COMMAND -> Reply.of(command(Map.of("cmd", "sleep 600", "login", false)));
      case ESCALATE ->
          Reply.of(
              command(
                  Map.of(
                      "cmd", "touch made.txt",
                      "login", false,
                      "sandbox_permissions", "require_escalated",
                      "justification", "a file")));
    };
  }

  private static OutputItem command(Map<String, Object> arguments) {
    return OutputItem.call("exec_command", arguments);
  }

  private static String token(String prompt) {
    return prompt.substring(0, prompt.indexOf(' '));
  }

  private static String said(String prompt) {
    return token(prompt).replace("ask", "said");
  }

  /** A turn of this prompt has ended. */
  void ended(String prompt, TurnResult result) {
    if (result.status() == TurnStatus.COMPLETED) {
      answered.add(prompt);
      transcript.add(new Message.User(prompt));
      transcript.addAll(result.messages());
    } else {
      cutOff(prompt);
    }
  }

  /** Nobody knows whether Codex has taken this prompt; it may not be there twice. */
  void cutOff(String prompt) {
    cutOff.add(prompt);
  }

  /** What the host remembers. */
  List<Message> transcript() {
    return List.copyOf(transcript);
  }

  /** Whether Codex has an answered turn of it to keep. */
  boolean hasAnswers() {
    return !answered.isEmpty();
  }

  /** What is lost or doubled in what the model was sent for a prompt; empty when all is well. */
  List<String> faults(List<ModelRequest> requests, String prompt) {
    List<String> faults = new ArrayList<>();
    List<ModelRequest> asked =
        requests.stream().filter(one -> one.latestPrompt().equals(prompt)).toList();
    if (asked.size() != 1) {
      faults.add(prompt + " was sent " + asked.size() + " times");
      return faults;
    }
    String input = input(asked.get(0));
    for (String before : answered) {
      if (!before.equals(prompt)) {
        expect(faults, input, token(before), 1, 1);
        expect(faults, input, said(before), 1, 1);
      }
    }
    cutOff.forEach(before -> expect(faults, input, token(before), 0, 1));
    expect(faults, input, token(prompt), 1, 1);
    return faults;
  }

  private static String input(ModelRequest request) {
    StringBuilder input = new StringBuilder(request.body().path("instructions").asText());
    for (JsonNode item : request.body().path("input")) {
      input.append(item).append('\n');
    }
    return input.toString();
  }

  private static void expect(List<String> faults, String input, String token, int from, int to) {
    int times = input.split(token, -1).length - 1;
    if (times < from || times > to) {
      faults.add(token + " is " + times + " times in the model's input");
    }
  }
}

package dev.talaria.cli.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.talaria.codex.CodexOptions;
import dev.talaria.fixtures.replay.RecordedMessage;
import dev.talaria.fixtures.replay.Recording;
import dev.talaria.protocol.v2.ApprovalsReviewer;
import dev.talaria.protocol.v2.AskForApproval;
import dev.talaria.protocol.v2.SandboxMode;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.TurnInput;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the client of a recording did, as options and inputs that make the library do it again.
 * Stateless but for the recording.
 */
final class RecordedSession {

  /** What a replay does itself; all else that a client sends is optional to it. */
  private static final Set<String> DONE_AGAIN = Set.of("initialize", "thread/start", "turn/start");

  private static final ObjectMapper JSON = WireJson.mapper();

  private final Recording recording;

  RecordedSession(Recording recording) {
    this.recording = recording;
  }

  /** The methods that this client does not call again. */
  Set<String> leftOut() {
    return recording.messages().stream()
        .filter(message -> message.isSend() && !message.isReply())
        .map(RecordedMessage::method)
        .filter(method -> !DONE_AGAIN.contains(method))
        .collect(Collectors.toSet());
  }

  /** How the recorded client introduced itself. */
  CodexOptions codexOptions() {
    CodexOptions.Builder options = CodexOptions.builder();
    recording.messages().stream()
        .filter(message -> message.isSend() && message.method().equals("initialize"))
        .findFirst()
        .map(message -> message.message().path("params"))
        .ifPresent(
            params -> {
              JsonNode client = params.path("clientInfo");
              options.client(
                  client.path("name").asText("talaria"),
                  client.path("title").asText(""),
                  client.path("version").asText(""));
              options.experimentalApi(
                  params.path("capabilities").path("experimentalApi").asBoolean());
            });
    return options.build();
  }

  /** How a thread was started, but for its working directory. */
  static SessionOptions.Builder sessionOptions(JsonNode params) {
    SessionOptions.Builder options =
        SessionOptions.builder().cwd(Path.of("")).ephemeral(params.path("ephemeral").asBoolean());
    text(params.path("model"), options::model);
    text(params.path("modelProvider"), options::modelProvider);
    text(params.path("developerInstructions"), options::developerInstructions);
    options.sandbox(known(params.path("sandbox"), SandboxMode::read, SandboxMode.UNRECOGNIZED));
    JsonNode profile = params.path("permissions");
    text(profile.isObject() ? profile.path("id") : profile, options::permissionProfile);
    AskForApproval policy = known(params.path("approvalPolicy"), AskForApproval::read, null);
    options.approvalPolicy(policy instanceof AskForApproval.Name ? policy : null);
    options.approvalsReviewer(
        known(
            params.path("approvalsReviewer"),
            ApprovalsReviewer::read,
            ApprovalsReviewer.UNRECOGNIZED));
    params
        .path("config")
        .properties()
        .forEach(
            entry ->
                options.config(entry.getKey(), JSON.convertValue(entry.getValue(), Object.class)));
    return options;
  }

  /**
   * What a turn was given.
   *
   * @throws IllegalArgumentException if the library cannot give it
   */
  static TurnInput input(RecordedMessage turnStart) {
    JsonNode params = turnStart.message().path("params");
    TurnInput input = null;
    for (JsonNode part : params.path("input")) {
      input = with(input, part, turnStart.line());
    }
    if (input == null) {
      throw new IllegalArgumentException("line " + turnStart.line() + ": a turn without input");
    }
    if (params.path("model").isTextual()) {
      input = input.model(params.get("model").textValue());
    }
    if (params.path("effort").isTextual()) {
      input = input.effort(params.get("effort").textValue());
    }
    return params.path("outputSchema").isObject()
        ? input.outputSchema(params.get("outputSchema"))
        : input;
  }

  private static TurnInput with(TurnInput input, JsonNode part, int line) {
    String type = part.path("type").asText("");
    if (type.equals("text")) {
      String text = part.path("text").asText("");
      return input == null ? TurnInput.of(text) : input.text(text);
    } else if (input != null && type.equals("localImage")) {
      return input.image(Path.of(part.path("path").asText("")));
    } else if (input != null && type.equals("image")) {
      return input.image(part.path("url").asText(""));
    }
    throw new IllegalArgumentException(
        "line " + line + ": a turn whose input has '" + type + "' here cannot be replayed");
  }

  /** How the recorded turns ended, by turn id. */
  Map<String, String> endings() {
    Map<String, String> endings = new HashMap<>();
    for (RecordedMessage message : recording.messages()) {
      if (!message.isSend() && message.method().equals("turn/completed")) {
        JsonNode turn = message.message().path("params").path("turn");
        endings.put(
            turn.path("id").asText(""), turn.path("status").asText("").toUpperCase(Locale.ROOT));
      }
    }
    return endings;
  }

  /** What a string says; {@code null} for none, and for one that this library does not know. */
  private static <E> E known(JsonNode json, Function<JsonNode, E> read, E unknown) {
    E value = json.isTextual() ? read.apply(json) : unknown;
    return value == unknown ? null : value;
  }

  private static void text(JsonNode value, Consumer<String> setter) {
    if (value.isTextual()) {
      setter.accept(value.textValue());
    }
  }
}

package dev.talaria.cli.turn;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.session.TurnResult;
import java.time.Instant;
import java.util.Locale;

/** A turn's result as {@code --json} prints it. */
public final class TurnJson {

  private static final ObjectMapper JSON = WireJson.mapper();

  private TurnJson() {}

  public static ObjectNode of(TurnResult turn) {
    ObjectNode node = JSON.createObjectNode();
    node.put("turnId", turn.turnId());
    node.put("status", turn.status().name().toLowerCase(Locale.ROOT));
    node.put("finalText", turn.finalText());
    if (turn.error() == null) {
      node.putNull("error");
    } else {
      node.putObject("error")
          .put("kind", turn.error().kind().jsonName())
          .put("message", turn.error().message())
          .put("retryable", turn.error().retryable())
          .put("retryAt", turn.error().retryAt().map(Instant::toString).orElse(null));
    }
    node.put("interrupted", turn.interrupted());
    node.put("retire", turn.retire());
    node.put("toolIterations", turn.toolIterations());
    ArrayNode messages = node.putArray("messages");
    turn.messages().forEach(message -> messages.add(message.toJson(JSON.getNodeFactory())));
    node.set("usage", turn.usage() == null ? JSON.nullNode() : JSON.valueToTree(turn.usage()));
    node.put("diff", turn.diff());
    node.set("plan", JSON.valueToTree(turn.plan()));
    node.put("compacted", turn.compacted());
    CommandLines.into(node.putArray("runningCommands"), turn.runningCommands());
    node.put("durationMs", turn.duration().toMillis());
    return node;
  }
}

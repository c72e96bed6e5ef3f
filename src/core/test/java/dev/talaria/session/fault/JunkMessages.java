package dev.talaria.session.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.protocol.wire.WireJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Messages as an app-server sends them, changed at random; and lines that are none. */
final class JunkMessages {

  private static final String SCOPE = "\"threadId\":\"thread-1\",\"turnId\":\"TURN\"";
  private static final List<String> SOUND =
      List.of(
          "{\"method\":\"turn/started\",\"params\":{\"threadId\":\"thread-1\",\"turn\":{\"id\":\"TURN\"}}}",
          "{\"method\":\"turn/completed\",\"params\":{\"threadId\":\"thread-1\",\"turn\":{\"id\":\"turn-x\",\"status\":\"failed\",\"error\":{\"message\":\"m\"}}}}",
          "{\"method\":\"item/started\",\"params\":{"
              + SCOPE
              + ",\"item\":{\"type\":\"commandExecution\",\"id\":\"c\",\"command\":\"ls\",\"commandActions\":[{\"type\":\"read\"}]}}}",
          "{\"method\":\"item/completed\",\"params\":{"
              + SCOPE
              + ",\"item\":{\"type\":\"commandExecution\",\"id\":\"c\",\"exitCode\":0,\"aggregatedOutput\":\"o\",\"status\":\"completed\"}}}",
          "{\"method\":\"item/completed\",\"params\":{"
              + SCOPE
              + ",\"item\":{\"type\":\"agentMessage\",\"id\":\"m\",\"text\":\"t\",\"phase\":\"final\"}}}",
          "{\"method\":\"item/completed\",\"params\":{"
              + SCOPE
              + ",\"item\":{\"type\":\"fileChange\",\"id\":\"f\",\"changes\":[{\"path\":\"a\",\"kind\":{\"type\":\"add\"},\"diff\":\"d\"}]}}}",
          "{\"method\":\"item/completed\",\"params\":{"
              + SCOPE
              + ",\"item\":{\"type\":\"mcpToolCall\",\"id\":\"t\",\"server\":\"s\",\"tool\":\"x\",\"arguments\":{},\"result\":{\"content\":[]}}}}",
          "{\"method\":\"item/completed\",\"params\":{"
              + SCOPE
              + ",\"item\":{\"type\":\"collabAgentToolCall\",\"id\":\"a\",\"receiverThreadIds\":[\"thread-2\"]}}}",
          "{\"method\":\"item/agentMessage/delta\",\"params\":{"
              + SCOPE
              + ",\"itemId\":\"m\",\"delta\":\"d\"}}",
          "{\"method\":\"thread/tokenUsage/updated\",\"params\":{"
              + SCOPE
              + ",\"tokenUsage\":{\"total\":{\"totalTokens\":1},\"last\":{\"totalTokens\":1}}}}",
          "{\"method\":\"turn/plan/updated\",\"params\":{"
              + SCOPE
              + ",\"plan\":[{\"step\":\"s\",\"status\":\"pending\"}]}}",
          "{\"method\":\"error\",\"params\":{"
              + SCOPE
              + ",\"willRetry\":true,\"error\":{\"message\":\"m\",\"codexErrorInfo\":{\"httpStatus\":1}}}}",
          "{\"method\":\"account/rateLimits/updated\",\"params\":{\"rateLimits\":{\"primary\":{\"usedPercent\":99,\"resetsAt\":1}}}}",
          "{\"method\":\"serverRequest/resolved\",\"params\":{\"threadId\":\"thread-1\",\"requestId\":7}}",
          "{\"id\":7,\"method\":\"item/commandExecution/requestApproval\",\"params\":{"
              + SCOPE
              + ",\"itemId\":\"c\",\"command\":\"ls\",\"availableDecisions\":[\"accept\"]}}",
          "{\"id\":8,\"method\":\"item/fileChange/requestApproval\",\"params\":{"
              + SCOPE
              + ",\"itemId\":\"f\",\"grantRoot\":\"/\"}}",
          "{\"id\":9,\"method\":\"item/permissions/requestApproval\",\"params\":{"
              + SCOPE
              + ",\"permissions\":{\"network\":{\"enabled\":true}}}}",
          "{\"id\":10,\"method\":\"item/tool/requestUserInput\",\"params\":{"
              + SCOPE
              + ",\"questions\":[{\"id\":\"q\",\"question\":\"?\",\"options\":[{\"label\":\"l\"}]}]}}",
          "{\"id\":11,\"method\":\"mcpServer/elicitation/request\",\"params\":{"
              + SCOPE
              + ",\"serverName\":\"s\",\"mode\":\"form\",\"message\":\"m\",\"requestedSchema\":{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}}}",
          "{\"id\":12,\"method\":\"item/tool/call\",\"params\":{"
              + SCOPE
              + ",\"callId\":\"k\",\"tool\":\"t\",\"arguments\":{}}}",
          "{\"id\":13,\"method\":\"execCommandApproval\",\"params\":{\"conversationId\":\"thread-1\",\"command\":[\"ls\"]}}",
          "{\"id\":14,\"method\":\"account/chatgptAuthTokens/refresh\",\"params\":{\"reason\":\"unauthorized\"}}",
          "{\"id\":3,\"result\":{\"turn\":{\"id\":\"turn-y\"}}}",
          "{\"id\":4,\"error\":{\"code\":-32001,\"message\":\"m\"}}");

  private final Random random;
  private final List<JsonNode> sound = new ArrayList<>();

  JunkMessages(long seed, String turn) {
    random = new Random(seed);
    for (String message : SOUND) {
      try {
        sound.add(WireJson.mapper().readTree(message.replace("TURN", turn)));
      } catch (JsonProcessingException e) {
        throw new IllegalArgumentException(message, e);
      }
    }
  }

  /** The next line, with its end. */
  byte[] next() {
    JsonNode message = sound.get(random.nextInt(sound.size())).deepCopy();
    for (int changes = random.nextInt(4); changes > 0; changes--) {
      change(message);
    }
    byte[] line = (message + "\n").getBytes(StandardCharsets.UTF_8);
    if (random.nextInt(8) == 0) {
      for (int spots = 1 + random.nextInt(3); spots > 0; spots--) {
        line[random.nextInt(line.length - 1)] = (byte) random.nextInt(256);
      }
    }
    return line;
  }

  /** Changes something at a random place; the turn's status and the connection stay untouched. */
  private void change(JsonNode at) {
    List<JsonNode> places = new ArrayList<>();
    collect(at, places);
    JsonNode place = places.get(random.nextInt(places.size()));
    if (place instanceof ObjectNode object && !object.isEmpty()) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name = names.get(random.nextInt(names.size()));
      switch (random.nextInt(3)) {
        case 0 -> object.remove(name);
        case 1 -> object.set(name, odd());
        default -> object.set(names.get(random.nextInt(names.size())), object.get(name));
      }
    } else if (place instanceof ArrayNode array) {
      array.add(odd());
    }
  }

  private static void collect(JsonNode node, List<JsonNode> places) {
    if (node.isContainerNode()) {
      places.add(node);
      node.forEach(child -> collect(child, places));
    }
  }

  private JsonNode odd() {
    var nodes = WireJson.mapper().getNodeFactory();
    return switch (random.nextInt(10)) {
      case 0 -> nodes.nullNode();
      case 1 -> nodes.numberNode(random.nextLong());
      case 2 -> nodes.numberNode(Double.MAX_VALUE);
      case 3 -> nodes.textNode("");
      case 4 -> nodes.textNode("\u202e\u0000\u001b[2J\ud83d");
      case 5 -> nodes.textNode("x".repeat(random.nextInt(5000)));
      case 6 -> nodes.booleanNode(random.nextBoolean());
      case 7 -> nodes.arrayNode().add(nodes.arrayNode()).addNull();
      case 8 -> nodes.objectNode().put("id", 7).putNull("type");
      default -> nodes.numberNode(-1);
    };
  }
}

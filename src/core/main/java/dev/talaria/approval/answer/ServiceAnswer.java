package dev.talaria.approval.answer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.approval.HostServices;
import dev.talaria.approval.ToolAnswer;
import java.time.Instant;

/** What the host's services return, as the results that Codex expects. Pure functions. */
public final class ServiceAnswer {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ServiceAnswer() {}

  /** The result of {@code item/tool/call}. */
  public static ObjectNode of(ToolAnswer answer) {
    ObjectNode result = JSON.objectNode();
    var contents = result.putArray("contentItems");
    for (ToolAnswer.Content content : answer.contents()) {
      if (content instanceof ToolAnswer.Content.Text text) {
        contents.addObject().put("type", "inputText").put("text", text.text());
      } else if (content instanceof ToolAnswer.Content.Image image) {
        contents.addObject().put("type", "inputImage").put("imageUrl", image.url());
      }
    }
    return result.put("success", answer.success());
  }

  /** The result of {@code currentTime/read}: whole seconds. */
  public static ObjectNode of(Instant now) {
    return JSON.objectNode().put("currentTimeAt", now.getEpochSecond());
  }

  /** The result of {@code account/chatgptAuthTokens/refresh}. */
  public static ObjectNode of(HostServices.AuthTokens tokens) {
    return JSON.objectNode()
        .put("accessToken", tokens.accessToken())
        .put("chatgptAccountId", tokens.accountId())
        .put("chatgptPlanType", tokens.planType());
  }

  /** The result of {@code attestation/generate}. */
  public static ObjectNode attestation(String token) {
    return JSON.objectNode().put("token", token);
  }
}

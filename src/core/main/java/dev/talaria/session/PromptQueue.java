package dev.talaria.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.codex.CodexCapability;
import dev.talaria.protocol.v2.QueuedSubmission;
import dev.talaria.protocol.wire.Wire;
import dev.talaria.session.listener.SessionListener;
import dev.talaria.session.result.TurnOrigin;
import dev.talaria.session.thread.ThreadSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The prompts that wait in a session's thread. Codex begins the next one when a turn ends, or at
 * once when none runs: as a turn of {@link TurnOrigin#QUEUE}, reported to {@link
 * SessionListener#onTurn}.
 *
 * <p>The queue is Codex's, and kept on disk: other clients of the thread add to it, too, and a
 * prompt that is left there begins as soon as the thread is resumed. What the session has added and
 * Codex has not begun is removed when the session is closed ({@link CloseReport#unqueued}).
 *
 * <p>Safe for use by many threads. Each method waits for Codex, and throws an {@link
 * dev.talaria.rpc.RpcException} when Codex refuses, another {@link
 * dev.talaria.base.TalariaException} when it does not answer or its version has no queue.
 *
 * <p>Source: measured with 0.148.0 to 0.169.0; 0.147.0 has no queue.
 */
public final class PromptQueue {

  private final ThreadControl control;

  PromptQueue(ThreadControl control) {
    this.control = control;
  }

  /**
   * Adds a prompt of a text alone.
   *
   * @param prompt not blank
   * @return the prompt as Codex has queued it
   */
  public QueuedSubmission add(String prompt) {
    return add(TurnInput.of(prompt));
  }

  /**
   * Adds a prompt at the end.
   *
   * @param input the user's parts, without settings; with the key ({@link TurnInput#key}) that
   *     comes back as {@code clientId} of the user message, or a random one
   * @return the prompt as Codex has queued it
   * @throws IllegalArgumentException if the input has settings, no part or {@link TurnInput#once}
   */
  public QueuedSubmission add(TurnInput input) {
    if (input.withoutKey().hasSettings() || input.parts().isEmpty() || input.isOnce()) {
      throw new IllegalArgumentException(
          "a queued prompt has parts and perhaps a key, no settings, and is not looked for before");
    }
    String key = input.key().orElseGet(() -> UUID.randomUUID().toString());
    ThreadSession on = on();
    JsonNode reply =
        control.call(
            on,
            "thread/queue/add",
            Map.of("input", Wire.tree(input.parts()), "clientUserMessageId", key));
    QueuedSubmission queued = new QueuedSubmission(reply.path("queuedSubmission"));
    on.turns().queue().added(queued.id(), key);
    return queued;
  }

  /** {@return what waits, no matter who added it, in order} */
  public List<QueuedSubmission> list() {
    ThreadSession on = on();
    List<QueuedSubmission> all = new ArrayList<>();
    Map<String, String> params = new HashMap<>();
    while (true) {
      JsonNode page = control.call(on, "thread/queue/list", params);
      page.path("data").forEach(each -> all.add(new QueuedSubmission(each)));
      String next = page.path("nextCursor").asText("");
      if (page.path("nextCursor").isNull() || next.isEmpty()) {
        return List.copyOf(all);
      }
      params.put("cursor", next);
    }
  }

  /**
   * Removes a prompt, no matter who added it.
   *
   * @param id {@link QueuedSubmission#id}
   * @return whether it was there; not when Codex has begun it
   */
  public boolean delete(String id) {
    ThreadSession on = on();
    boolean deleted =
        control
            .call(on, "thread/queue/delete", Map.of("queuedSubmissionId", id))
            .path("deleted")
            .asBoolean();
    on.turns().queue().deleted(id);
    return deleted;
  }

  private ThreadSession on() {
    return control.on(CodexCapability.PROMPT_QUEUE, "a queue of prompts");
  }
}

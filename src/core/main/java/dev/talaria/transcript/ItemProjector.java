package dev.talaria.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.talaria.protocol.ActivityItem;
import dev.talaria.protocol.Item;
import dev.talaria.transcript.PendingReasoning.TurnScope;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns the events of the app-server into chat messages, one event at a time.
 *
 * <p>Not thread-safe: one projector serves one session or one turn, on one thread at a time. Its
 * memory is bounded for a session of any length, and the same events always give the same messages.
 *
 * <p>{@code item/completed} yields messages, at most one assistant and one tool row per item.
 * Reasoning goes to the next assistant row of its turn; what is left at the turn's end becomes an
 * assistant row without text, and what was thought outside of any turn does so when the next one
 * starts or ends. No other event yields anything. Completions that repeat an earlier one are
 * dropped. No event makes the projector throw, with any JSON in it. Source: {@code item/completed},
 * {@code turn/started} and {@code turn/completed}.
 */
public final class ItemProjector {

  /** How many code points of a command's output are kept unless the caller says otherwise. */
  public static final int DEFAULT_MAX_COMMAND_OUTPUT = 64 * 1024;

  private static final int MAX_TYPE = 64;

  private final int maxCommandOutput;
  private final CompletedItems completed = new CompletedItems();
  private final PendingReasoning reasoning = new PendingReasoning();
  private final CallIds callIds = new CallIds();
  private int stretch;

  /** A projector that keeps {@value #DEFAULT_MAX_COMMAND_OUTPUT} code points of an output. */
  public ItemProjector() {
    this(DEFAULT_MAX_COMMAND_OUTPUT);
  }

  /**
   * A projector with another limit.
   *
   * @param maxCommandOutput how many code points of a command's output are kept, from its beginning
   *     and its end; a line between them says how many are missing
   */
  public ItemProjector(int maxCommandOutput) {
    if (maxCommandOutput < 1) {
      throw new IllegalArgumentException("maxCommandOutput must be at least 1");
    }
    this.maxCommandOutput = maxCommandOutput;
  }

  /**
   * {@return what a notification adds to the transcript}
   *
   * @param method the notification's method; null counts as unknown
   * @param params its params; null when it has none
   */
  public Projection project(String method, JsonNode params) {
    if (method == null) {
      return Projection.EMPTY;
    }
    switch (method) {
      case "item/completed" -> {
        JsonNode item = params == null ? null : params.get("item");
        return projectCompleted(Item.of(item), text(params, "threadId"), turnId(params));
      }
      case "turn/started" -> {
        return Projection.ofThoughts(List.of(endStretch()));
      }
      case "turn/completed" -> {
        String thoughts = reasoning.take(scope(text(params, "threadId"), turnId(params)));
        String others = endStretch();
        String joint = thoughts.isEmpty() || others.isEmpty() ? "" : "\n";
        return Projection.ofThoughts(List.of(thoughts + joint + others));
      }
      default -> {
        return Projection.EMPTY;
      }
    }
  }

  /**
   * {@return what is left when no more events come: the reasoning of each turn whose end was not
   * seen}
   *
   * <p>The projector may continue afterwards.
   */
  public Projection end() {
    return Projection.ofThoughts(reasoning.takeAll());
  }

  /**
   * {@return what a completed item adds to the transcript}
   *
   * @param item the item in its final form; one that repeats an earlier one adds nothing
   * @param threadId the thread of the item; empty when the event names none
   * @param turnId the turn of the item; empty when the event names none
   */
  public Projection projectCompleted(Item item, String threadId, String turnId) {
    TurnScope scope = scope(threadId, turnId);
    return completed.add(item, scope) ? item.accept(new Rows(scope)) : Projection.EMPTY;
  }

  /** What an item adds, by its type. */
  private final class Rows implements Item.Visitor<Projection> {

    private final TurnScope scope;

    Rows(TurnScope scope) {
      this.scope = scope;
    }

    @Override
    public Projection visit(Item.UserMessage item) {
      return Projection.of(new Message.User(item.text()));
    }

    @Override
    public Projection visit(Item.AgentMessage item) {
      Message row = new Message.Assistant(item.text(), List.of(), reasoning.take(scope));
      return new Projection(List.of(row), false, Optional.of(item.text()));
    }

    @Override
    public Projection visit(Item.Reasoning item) {
      reasoning.add(scope, item);
      return Projection.EMPTY;
    }

    @Override
    public Projection visit(Item.CommandExecution item) {
      return toolCall(item, ToolRow.of(item, maxCommandOutput));
    }

    @Override
    public Projection visit(Item.FileChange item) {
      return toolCall(item, ToolRow.of(item));
    }

    @Override
    public Projection visit(Item.McpToolCall item) {
      return toolCall(item, ToolRow.of(item));
    }

    @Override
    public Projection visit(Item.DynamicToolCall item) {
      return toolCall(item, ToolRow.of(item));
    }

    @Override
    public Projection visit(Item.WebSearch item) {
      return toolCall(item, ToolRow.of(item));
    }

    @Override
    public Projection visit(Item.ContextCompaction item) {
      return Projection.EMPTY;
    }

    @Override
    public Projection visit(Item.Unknown item) {
      return note(item, opaque(item.raw()));
    }

    @Override
    public Projection visit(ActivityItem item) {
      return note(item, ActivityNote.of(item));
    }

    private Projection toolCall(Item item, ToolRow row) {
      ToolCall call = new ToolCall(callIds.of(row.kind(), item.id()), row.name(), row.arguments());
      List<Message> messages =
          List.of(
              new Message.Assistant("", List.of(call), reasoning.take(scope)),
              new Message.Tool(call.id(), row.result()));
      return new Projection(messages, true, Optional.empty());
    }
  }

  /** An item that has no row of its own becomes a note, and takes no reasoning away. */
  private static Projection note(Item item, String text) {
    String marked = "[codex " + Excerpt.head(item.type(), MAX_TYPE) + "] " + text;
    return Projection.of(new Message.Assistant(marked, List.of(), ""));
  }

  private static String opaque(JsonNode raw) {
    JsonNode shown = ToolRow.isFalsy(raw) ? JsonNodeFactory.instance.objectNode() : raw;
    return JsonText.cut(shown, ActivityNote.MAX_TEXT);
  }

  /** What was thought outside of any turn ends here. */
  private String endStretch() {
    stretch++;
    return reasoning.takeAllWithoutTurn();
  }

  private TurnScope scope(String threadId, String turnId) {
    return new TurnScope(threadId, turnId, turnId.isEmpty() ? stretch : 0);
  }

  private static String turnId(JsonNode params) {
    String direct = text(params, "turnId");
    return direct.isEmpty() && params != null ? text(params.get("turn"), "id") : direct;
  }

  private static String text(JsonNode object, String name) {
    JsonNode value = object == null ? null : object.get(name);
    return value == null || !value.isValueNode() || value.isNull() ? "" : value.asText();
  }

  /**
   * Makes the ids that tie a tool call to its result: the same events give the same ids.
   *
   * <p>An item without an id gets a digest of its kind; the first one of a kind gets the digest
   * alone, any other one also its number among all items without an id, so that no two of them
   * collide. The memory of kinds is bounded; a kind beyond it always gets the number.
   */
  private static final class CallIds {

    private static final int MAX_KINDS = 1024;
    private static final int DIGEST_LENGTH = 16;

    private final Set<String> kinds = new HashSet<>();
    private long itemsWithoutId;

    String of(String kind, String itemId) {
      if (!itemId.isEmpty()) {
        return "codex_" + kind + "_" + itemId;
      }
      itemsWithoutId++;
      String digest = Sha256.hex(kind).substring(0, DIGEST_LENGTH);
      boolean first = kinds.size() < MAX_KINDS && kinds.add(digest);
      String id = "codex_" + kind + "_" + digest;
      return first ? id : id + "_" + itemsWithoutId;
    }
  }
}

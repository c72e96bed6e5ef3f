package dev.talaria.host;

import dev.talaria.base.Guard;
import dev.talaria.protocol.Item;
import dev.talaria.session.listener.TurnListener;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Shows a turn on a host's display: the listener between a session and a {@link HostDisplay}.
 *
 * <p>Safe for use by many threads; a session calls it on one at a time. The display is asked for
 * with each event, so it may come, go and change within a turn. A display that fails, or is not
 * available, harms nothing.
 */
public final class DisplayBridge implements TurnListener {

  private static final String LEFT_OPEN = "The turn ended before this did.";

  private final Guard guard = Guard.of("the host's display");
  private final Supplier<? extends HostDisplay> display;
  private final DisplayOptions options;
  private final LongSupplier nanos;
  private final Map<String, Long> open = new HashMap<>();
  private String streaming = "";

  /**
   * A bridge to the current display.
   *
   * @param display may give {@code null} for none
   * @param options what the display gets
   */
  public DisplayBridge(Supplier<? extends HostDisplay> display, DisplayOptions options) {
    this(display, options, System::nanoTime);
  }

  DisplayBridge(
      Supplier<? extends HostDisplay> display, DisplayOptions options, LongSupplier nanos) {
    this.display = display;
    this.options = options;
    this.nanos = nanos;
  }

  @Override
  public synchronized void onItemStarted(Item item) {
    if (item instanceof Item.AgentMessage && item.id().equals(streaming)) {
      clearStream();
    }
    Optional<DisplayedTool> tool = DisplayedTool.of(item);
    // Codex may start one item twice, when it asks the model again.
    if (tool.isPresent() && open.putIfAbsent(tool.get().id(), nanos.getAsLong()) == null) {
      DisplayedTool shown = tool.get();
      show(
          screen ->
              screen.toolStarted(
                  shown.id(), shown.name(options.ownServers()), shown.preview(), shown.args()));
    }
  }

  @Override
  public synchronized void onItemCompleted(Item item) {
    if (item instanceof Item.AgentMessage message) {
      completed(message);
    }
    DisplayedTool.of(item).ifPresent(tool -> completed(tool, tool.isError(), tool.result()));
  }

  @Override
  public synchronized void onItemLeftOpen(Item item) {
    DisplayedTool.of(item).ifPresent(tool -> completed(tool, true, LEFT_OPEN));
  }

  private void completed(Item.AgentMessage message) {
    boolean streamed = !streaming.isEmpty();
    if (options.showCommentary() && !message.text().isBlank()) {
      show(screen -> screen.interimMessage(message.text(), streamed));
    }
    clearStream();
  }

  private void completed(DisplayedTool tool, boolean isError, String result) {
    Long since = open.remove(tool.id());
    Optional<Duration> measured =
        Optional.ofNullable(since).map(start -> Duration.ofNanos(nanos.getAsLong() - start));
    Optional<Duration> duration = tool.duration().or(() -> measured);
    String name = tool.name(options.ownServers());
    show(screen -> screen.toolCompleted(tool.id(), name, duration, isError, result));
  }

  @Override
  public synchronized void onTextDelta(String itemId, String delta) {
    if (!delta.isEmpty()) {
      streaming = itemId;
      show(screen -> screen.textDelta(delta));
    }
  }

  @Override
  public synchronized void onReasoningDelta(String itemId, String delta) {
    if (!delta.isEmpty()) {
      show(screen -> screen.reasoningDelta(delta));
    }
  }

  /** What the display calls the tool of an item; empty if the item is not a tool. */
  Optional<String> toolName(Item item) {
    return DisplayedTool.of(item).map(tool -> tool.name(options.ownServers()));
  }

  /** Tells the user something about the session. */
  synchronized void notice(String text) {
    show(screen -> screen.notice(text));
  }

  private void clearStream() {
    streaming = "";
    show(HostDisplay::streamedTextCleared);
  }

  private void show(Guard.Event<HostDisplay> event) {
    HostDisplay screen = guard.call(display::get, failure -> null);
    if (screen != null) {
      guard.tell(screen, event);
    }
  }
}

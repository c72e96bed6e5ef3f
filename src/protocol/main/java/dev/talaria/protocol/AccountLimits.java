package dev.talaria.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How much of an account's limits is used, according to what {@code account/rateLimits/updated} has
 * reported so far.
 *
 * <p>Immutable. The notifications are sparse (0.169.0): a window that one leaves out is as it was.
 * An account may have several limits, such as one for a certain model; each has its own windows,
 * and those here are of the limit that was reported last. With an API key there are none.
 */
public final class AccountLimits {

  /** Before anything was reported. */
  public static final AccountLimits UNKNOWN = new AccountLimits(Map.of(), "");

  private static final String UPDATED = "account/rateLimits/updated";

  private final Map<String, Map<String, Window>> limits;
  private final String latest;

  private AccountLimits(Map<String, Map<String, Window>> limits, String latest) {
    this.limits = limits;
    this.latest = latest;
  }

  /**
   * A span of time for which a limit holds.
   *
   * @param name {@code primary} or {@code secondary}
   * @param usedPercent how much is used, from 0 to 100 and sometimes above
   * @param resetsAt when it starts again
   */
  public record Window(String name, double usedPercent, Optional<Instant> resetsAt) {

    /**
     * {@return whether the window has started again since it was reported, which then says nothing
     * more}
     *
     * @param now the current time
     */
    public boolean isOver(Instant now) {
      return resetsAt.map(reset -> !reset.isAfter(now)).orElse(false);
    }
  }

  /**
   * {@return whether a notification is about limits}
   *
   * @param notification any notification of the server
   */
  public static boolean isUpdate(ServerNotification notification) {
    return notification instanceof ServerNotification.Unknown other
        && other.method().equals(UPDATED);
  }

  /**
   * {@return what is known after one more notification; the same if it is about something else}
   *
   * @param notification any notification of the server
   */
  public AccountLimits after(ServerNotification notification) {
    if (!(notification instanceof ServerNotification.Unknown other) || !isUpdate(notification)) {
      return this;
    }
    JsonNode update = other.params().path("rateLimits");
    String id = update.path("limitId").asText("");
    Map<String, Window> windows = new HashMap<>(limits.getOrDefault(id, Map.of()));
    for (String name : List.of("primary", "secondary")) {
      if (update.path(name).path("usedPercent").isNumber()) {
        windows.put(name, window(name, update.path(name), windows.get(name)));
      }
    }
    Map<String, Map<String, Window>> next = new HashMap<>(limits);
    next.put(id, Map.copyOf(windows));
    return new AccountLimits(Map.copyOf(next), id);
  }

  private static Window window(String name, JsonNode update, Window before) {
    JsonNode reset = update.path("resetsAt");
    Optional<Instant> resetsAt = before == null ? Optional.empty() : before.resetsAt();
    return new Window(
        name,
        update.path("usedPercent").asDouble(),
        reset.isNumber() ? instant(reset.asLong()).or(() -> resetsAt) : resetsAt);
  }

  /** Empty for a time that no calendar has. */
  private static Optional<Instant> instant(long seconds) {
    return seconds < Instant.MIN.getEpochSecond() || seconds > Instant.MAX.getEpochSecond()
        ? Optional.empty()
        : Optional.of(Instant.ofEpochSecond(seconds));
  }

  /** {@return the windows of the limit that was reported last, the primary one first} */
  public List<Window> windows() {
    Map<String, Window> known = limits.getOrDefault(latest, Map.of());
    return Stream.of("primary", "secondary").filter(known::containsKey).map(known::get).toList();
  }
}

package dev.talaria.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * The goal of a thread: as long as it is active, Codex starts turn after turn by itself. Immutable.
 *
 * <p>Source: {@code ThreadGoal} of 0.133.0 to 0.169.0.
 *
 * @param raw as Codex sent it
 */
public record Goal(JsonNode raw) {

  /** Where a goal is. */
  public enum Status {
    /** Codex works on it, or is about to. */
    ACTIVE,
    /** Nothing is done for it until it is active again. */
    PAUSED,
    /** The agent cannot continue. */
    BLOCKED,
    /** The account's limit is reached. */
    USAGE_LIMITED,
    /** The goal's token budget is used up. */
    BUDGET_LIMITED,
    /** The agent has reached it. */
    COMPLETE,
    /** A value of a later version. */
    OTHER;

    /**
     * {@return the status of this wire name}
     *
     * @param name such as {@code budgetLimited}
     */
    public static Status of(String name) {
      return switch (name) {
        case "active" -> ACTIVE;
        case "paused" -> PAUSED;
        case "blocked" -> BLOCKED;
        case "usageLimited" -> USAGE_LIMITED;
        case "budgetLimited" -> BUDGET_LIMITED;
        case "complete" -> COMPLETE;
        default -> OTHER;
      };
    }
  }

  /** {@return what is to be reached} */
  public String objective() {
    return raw.path("objective").asText("");
  }

  /** {@return where it is} */
  public Status status() {
    return Status.of(raw.path("status").asText(""));
  }

  /** {@return how many tokens may be used for it; empty for no limit} */
  public OptionalLong tokenBudget() {
    JsonNode budget = raw.path("tokenBudget");
    return budget.isIntegralNumber() ? OptionalLong.of(budget.longValue()) : OptionalLong.empty();
  }

  /** {@return how many tokens were used for it so far} */
  public long tokensUsed() {
    return raw.path("tokensUsed").asLong(0);
  }

  /** {@return how long was worked on it so far, in whole seconds} */
  public Duration timeUsed() {
    return Duration.ofSeconds(raw.path("timeUsedSeconds").asLong(0));
  }

  /** {@return when it was set, to the second} */
  public Instant createdAt() {
    return Instant.ofEpochSecond(raw.path("createdAt").asLong(0));
  }
}

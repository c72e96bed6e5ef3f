package dev.talaria.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.wire.WireJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A thread as {@code thread/list}, {@code thread/read} and {@code thread/fork} return it. Immutable
 * as long as the raw node is not modified.
 *
 * <p>Measured: 0.125.0 and 0.130.0 tell neither the model nor the parent.
 *
 * @param raw the {@code thread} object
 */
public record StoredThread(JsonNode raw) {

  /** {@return the thread's id; empty when the wire gives none} */
  public String id() {
    return WireJson.text(raw, "id");
  }

  /** {@return the name that it was given; empty for none} */
  public String name() {
    return WireJson.text(raw, "name");
  }

  /** {@return how its first message begins; empty before there is one} */
  public String preview() {
    return WireJson.text(raw, "preview");
  }

  /** {@return its working directory; empty when the server did not say} */
  public String cwd() {
    return WireJson.text(raw, "cwd");
  }

  /** {@return its model; empty when the version does not say} */
  public String model() {
    return WireJson.text(raw, "model");
  }

  /**
   * {@return its provider, as Codex's configuration calls it; empty when the server did not say}
   */
  public String modelProvider() {
    return WireJson.text(raw, "modelProvider");
  }

  /**
   * {@return {@code notLoaded}, {@code idle}, {@code active}, {@code systemError} or a later value}
   */
  public String status() {
    return WireJson.text(raw.path("status"), "type");
  }

  /** {@return when it began, to the second; empty when the server did not say} */
  public Optional<Instant> createdAt() {
    return time("createdAt");
  }

  /** {@return when it was changed last, to the second; empty when the server did not say} */
  public Optional<Instant> updatedAt() {
    return time("updatedAt");
  }

  /** {@return the thread that it was forked from; empty for none} */
  public String forkedFrom() {
    return WireJson.text(raw, "forkedFromId");
  }

  /**
   * {@return the thread of the agent that started this one; empty for none, and on old versions}
   */
  public String parent() {
    return WireJson.text(raw, "parentThreadId");
  }

  /** {@return whether it is kept off the disk} */
  public boolean ephemeral() {
    return raw.path("ephemeral").asBoolean();
  }

  private Optional<Instant> time(String field) {
    return raw.path(field).isNumber()
        ? Optional.of(Instant.ofEpochSecond(raw.path(field).asLong()))
        : Optional.empty();
  }

  /**
   * {@return the threads of a {@code thread/list} result, in its order}
   *
   * @param result what {@code thread/list} answered
   */
  public static List<StoredThread> listOf(JsonNode result) {
    List<StoredThread> threads = new ArrayList<>();
    result.path("data").forEach(thread -> threads.add(new StoredThread(thread)));
    return threads;
  }
}

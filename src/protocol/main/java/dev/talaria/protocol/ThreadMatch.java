package dev.talaria.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.wire.WireJson;
import java.util.ArrayList;
import java.util.List;

/**
 * A thread that {@code thread/search} found (since 0.134.0), and the matching text. Immutable.
 *
 * @param thread the thread
 * @param snippet the part of a message or of the name that has what was looked for
 */
public record ThreadMatch(StoredThread thread, String snippet) {

  /**
   * {@return the finds of a {@code thread/search} result, in its order}
   *
   * @param result what {@code thread/search} answered
   */
  public static List<ThreadMatch> listOf(JsonNode result) {
    List<ThreadMatch> found = new ArrayList<>();
    for (JsonNode each : result.path("data")) {
      StoredThread thread = new StoredThread(each.path("thread"));
      found.add(new ThreadMatch(thread, WireJson.text(each, "snippet")));
    }
    return found;
  }
}

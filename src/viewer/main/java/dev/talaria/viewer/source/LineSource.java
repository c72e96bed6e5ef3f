package dev.talaria.viewer.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Reads the lines of one format. Belongs to one thread. */
public interface LineSource {

  /** Takes a line without making a tree of it; false when it has to be a tree. */
  default boolean quick(byte[] line, int start, int length) {
    return false;
  }

  /** Takes a line, a JSON object. */
  void line(JsonNode line);

  /** The threads that were named so far and have files of their own. */
  default Set<String> agents() {
    return Set.of();
  }
}

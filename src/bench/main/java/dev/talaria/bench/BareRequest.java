package dev.talaria.bench;

/**
 * A request that Talaria wrote, to be written again with another id and about another thread.
 *
 * <p>Immutable.
 *
 * @param line as it was written
 */
record BareRequest(String line) {

  private static final String THREAD = "\"threadId\":\"";

  /** The line with an id; about the thread that it names, if it names one. */
  String with(int id, String thread) {
    String rest = line.substring(line.indexOf(','));
    int from = rest.indexOf(THREAD);
    if (from >= 0) {
      from += THREAD.length();
      rest = rest.substring(0, from) + thread + rest.substring(rest.indexOf('"', from));
    }
    return "{\"id\":" + id + rest;
  }
}

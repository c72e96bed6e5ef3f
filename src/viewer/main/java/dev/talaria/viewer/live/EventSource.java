package dev.talaria.viewer.live;

import java.util.List;

/** Where the events of one stream come from. Belongs to the stream's thread. */
interface EventSource {

  /**
   * Waits for what comes after an event, at most some seconds.
   *
   * @return empty when there was nothing
   */
  List<LiveEvent> after(long last) throws InterruptedException;
}

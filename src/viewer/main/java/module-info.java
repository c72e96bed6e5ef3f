/** A session as a page: recordings, rollouts and stored threads in the browser. */
module dev.talaria.viewer {
  requires transitive dev.talaria;
  requires transitive jdk.httpserver;
  requires org.slf4j;

  exports dev.talaria.viewer;
}

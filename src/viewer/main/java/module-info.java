/** A session as a page: recordings, rollouts and stored threads in the browser. */
module dev.talaria.viewer {
  requires transitive dev.talaria;

  exports dev.talaria.viewer;
}

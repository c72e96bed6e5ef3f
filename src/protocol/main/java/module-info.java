/** The wire types of the Codex app-server. */
module dev.talaria.protocol {
  requires transitive com.fasterxml.jackson.databind;

  exports dev.talaria.protocol;

  opens dev.talaria.protocol to
      com.fasterxml.jackson.databind;
}

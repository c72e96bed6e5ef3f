/** The wire types of the Codex app-server. */
module dev.talaria.protocol {
  requires transitive com.fasterxml.jackson.databind;
  requires transitive dev.talaria.base;

  exports dev.talaria.protocol;
  exports dev.talaria.protocol.v2;
  exports dev.talaria.protocol.wire to
      dev.talaria,
      dev.talaria.host,
      dev.talaria.llm,
      dev.talaria.llm.langchain4j,
      dev.talaria.llm.springai,
      dev.talaria.tools,
      dev.talaria.viewer;

  opens dev.talaria.protocol to
      com.fasterxml.jackson.databind;
  opens dev.talaria.protocol.wire to
      com.fasterxml.jackson.databind;
}

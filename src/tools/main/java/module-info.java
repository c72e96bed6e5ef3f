/** Tools of the host for Codex: dynamic, over stdio and over a loopback server. */
module dev.talaria.tools {
  requires transitive dev.talaria;
  requires com.networknt.schema;
  requires io.modelcontextprotocol.sdk.mcp.core;
  requires io.modelcontextprotocol.sdk.mcp.json.jackson2;
  requires jdk.httpserver;
  requires org.slf4j;
  requires reactor.core;

  exports dev.talaria.tools;
  exports dev.talaria.tools.internal to
      dev.talaria.llm;
  exports dev.talaria.tools.mcp;

  uses dev.talaria.tools.ToolProvider;

  opens dev.talaria.tools to
      com.fasterxml.jackson.databind;
}

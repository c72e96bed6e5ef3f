/** A client for the Codex app-server: sessions, turns, approvals, transcripts. */
module dev.talaria {
  requires transitive com.fasterxml.jackson.databind;
  requires transitive dev.talaria.base;
  requires transitive dev.talaria.protocol;
  requires jsonrpc4j;
  requires org.apache.commons.exec;
  requires org.java_websocket;
  requires org.slf4j;

  exports dev.talaria.appserver to
      dev.talaria.host,
      dev.talaria.llm,
      dev.talaria.tools;
  exports dev.talaria.approval;
  exports dev.talaria.approval.answer to
      dev.talaria.viewer;
  exports dev.talaria.approval.shell to
      dev.talaria.viewer;
  exports dev.talaria.codex;
  exports dev.talaria.codex.process to
      dev.talaria.host;
  exports dev.talaria.rpc;
  exports dev.talaria.server;
  exports dev.talaria.service;
  exports dev.talaria.session;
  exports dev.talaria.session.goal;
  exports dev.talaria.session.listener;
  exports dev.talaria.session.result;
  exports dev.talaria.session.thread to
      dev.talaria.durable;
  exports dev.talaria.transcript;

  opens dev.talaria.approval to
      com.fasterxml.jackson.databind;
  opens dev.talaria.appserver to
      com.fasterxml.jackson.databind,
      jsonrpc4j;
  opens dev.talaria.rpc.peer to
      com.fasterxml.jackson.databind,
      jsonrpc4j;
  opens dev.talaria.session to
      com.fasterxml.jackson.databind;
  opens dev.talaria.session.result to
      com.fasterxml.jackson.databind;
  opens dev.talaria.transcript to
      com.fasterxml.jackson.databind;
}

/** Exceptions, redaction, visible text and threads that every module of Talaria shares. */
module dev.talaria.base {
  requires org.slf4j;

  exports dev.talaria.base;
  exports dev.talaria.base.internal to
      dev.talaria,
      dev.talaria.fixtures,
      dev.talaria.host,
      dev.talaria.llm,
      dev.talaria.migration,
      dev.talaria.tools;
}

/** Text, object and loop calls of a language model on the local Codex login. */
module dev.talaria.llm {
  requires transitive dev.talaria;
  requires transitive dev.talaria.tools;
  requires com.fasterxml.classmate;
  requires com.fasterxml.jackson.datatype.jdk8;
  requires com.fasterxml.jackson.datatype.jsr310;
  requires com.github.victools.jsonschema.generator;
  requires com.github.victools.jsonschema.module.jackson;
  requires org.slf4j;
  requires tools.jackson.databind;

  exports dev.talaria.llm;
  exports dev.talaria.llm.config;
  exports dev.talaria.llm.ratelimit;

  opens dev.talaria.llm to
      com.fasterxml.jackson.databind;
  opens dev.talaria.llm.config to
      com.fasterxml.jackson.databind;
  opens dev.talaria.llm.ratelimit to
      com.fasterxml.jackson.databind;
}

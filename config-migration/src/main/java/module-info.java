/** The managed section of Codex's {@code config.toml}; does not start processes. */
module dev.talaria.migration {
  requires transitive dev.talaria.base;
  requires com.fasterxml.jackson.databind;
  requires org.slf4j;
  requires org.snakeyaml.engine;
  requires org.tomlj;

  exports dev.talaria.migration;
  exports dev.talaria.migration.file to
      dev.talaria.host;
  exports dev.talaria.migration.yaml to
      dev.talaria.host;

  opens dev.talaria.migration to
      com.fasterxml.jackson.databind;
  opens dev.talaria.migration.section to
      com.fasterxml.jackson.databind;
}

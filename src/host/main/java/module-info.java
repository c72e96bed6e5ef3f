/** What an existing host agent needs: runtime switch, conversation, display, settings in YAML. */
module dev.talaria.host {
  requires transitive dev.talaria;
  requires transitive dev.talaria.migration;
  requires org.slf4j;

  exports dev.talaria.host;

  opens dev.talaria.host to
      com.fasterxml.jackson.databind;
}

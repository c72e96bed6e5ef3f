/** The steps of a run that survives its workers, for any durable engine. */
module dev.talaria.durable {
  requires transitive dev.talaria;
  requires org.slf4j;

  exports dev.talaria.durable;

  opens dev.talaria.durable to
      com.fasterxml.jackson.databind;
}

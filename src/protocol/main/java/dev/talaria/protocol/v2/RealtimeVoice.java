// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** {@code RealtimeVoice} of the protocol. */
public enum RealtimeVoice implements WireEnum {
  /** {@code alloy}. */
  ALLOY("alloy"),
  /** {@code arbor}. */
  ARBOR("arbor"),
  /** {@code ash}. */
  ASH("ash"),
  /** {@code aube}. */
  AUBE("aube"),
  /** {@code ballad}. */
  BALLAD("ballad"),
  /** {@code breeze}. */
  BREEZE("breeze"),
  /** {@code bubbie}. */
  BUBBIE("bubbie"),
  /** {@code cedar}. */
  CEDAR("cedar"),
  /** {@code coral}. */
  CORAL("coral"),
  /** {@code cove}. */
  COVE("cove"),
  /** {@code echo}. */
  ECHO("echo"),
  /** {@code ember}. */
  EMBER("ember"),
  /** {@code haetsal}. */
  HAETSAL("haetsal"),
  /** {@code hanul}. */
  HANUL("hanul"),
  /** {@code himari}. */
  HIMARI("himari"),
  /** {@code juniper}. */
  JUNIPER("juniper"),
  /** {@code leher}. */
  LEHER("leher"),
  /** {@code maple}. */
  MAPLE("maple"),
  /** {@code marin}. */
  MARIN("marin"),
  /** {@code miko}. */
  MIKO("miko"),
  /** {@code neer}. */
  NEER("neer"),
  /** {@code porto}. */
  PORTO("porto"),
  /** {@code rindo}. */
  RINDO("rindo"),
  /** {@code rio}. */
  RIO("rio"),
  /** {@code rivage}. */
  RIVAGE("rivage"),
  /** {@code sage}. */
  SAGE("sage"),
  /** {@code selva}. */
  SELVA("selva"),
  /** {@code shimmer}. */
  SHIMMER("shimmer"),
  /** {@code sol}. */
  SOL("sol"),
  /** {@code sonna}. */
  SONNA("sonna"),
  /** {@code spruce}. */
  SPRUCE("spruce"),
  /** {@code tinta}. */
  TINTA("tinta"),
  /** {@code vale}. */
  VALE("vale"),
  /** {@code verse}. */
  VERSE("verse"),
  /** {@code viola}. */
  VIOLA("viola"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  RealtimeVoice(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return Wire.sent(wire);
  }

  /**
   * {@return the constant of a string}
   *
   * @param json a string
   */
  public static RealtimeVoice read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}

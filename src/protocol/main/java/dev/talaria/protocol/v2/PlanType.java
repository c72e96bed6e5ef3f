// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** {@code PlanType} of the protocol. */
public enum PlanType implements WireEnum {
  /** {@code free}. */
  FREE("free"),
  /** {@code go}. */
  GO("go"),
  /** {@code plus}. */
  PLUS("plus"),
  /** {@code pro}. */
  PRO("pro"),
  /** {@code prolite}. */
  PROLITE("prolite"),
  /** {@code promax}. */
  PROMAX("promax"),
  /** {@code team}. */
  TEAM("team"),
  /** {@code self_serve_business_prolite}. */
  SELF_SERVE_BUSINESS_PROLITE("self_serve_business_prolite"),
  /** {@code self_serve_business_usage_based}. */
  SELF_SERVE_BUSINESS_USAGE_BASED("self_serve_business_usage_based"),
  /** {@code business}. */
  BUSINESS("business"),
  /** {@code ent26}. */
  ENT26("ent26"),
  /** {@code enterprise_cbp_automation}. */
  ENTERPRISE_CBP_AUTOMATION("enterprise_cbp_automation"),
  /** {@code enterprise_cbp_usage_based}. */
  ENTERPRISE_CBP_USAGE_BASED("enterprise_cbp_usage_based"),
  /** {@code enterprise}. */
  ENTERPRISE("enterprise"),
  /** {@code edu}. */
  EDU("edu"),
  /** {@code edu_plus}. */
  EDU_PLUS("edu_plus"),
  /** {@code edu_pro}. */
  EDU_PRO("edu_pro"),
  /** {@code sci}. */
  SCI("sci"),
  /** {@code sci_plus}. */
  SCI_PLUS("sci_plus"),
  /** {@code unknown}. */
  UNKNOWN("unknown"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  PlanType(String wire) {
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
  public static PlanType read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}

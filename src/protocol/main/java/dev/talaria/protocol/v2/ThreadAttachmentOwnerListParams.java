// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** Parameters for reverse lookup by attachment identity within this server's store. */
public final class ThreadAttachmentOwnerListParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadAttachmentOwnerListParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param attachmentType {@code attachmentType}
   * @param identityKey {@code identityKey}
   * @return a value with these fields
   */
  public static ThreadAttachmentOwnerListParams of(String attachmentType, String identityKey) {
    return new ThreadAttachmentOwnerListParams(Wire.object("attachmentType", attachmentType, "identityKey", identityKey));
  }

  /**
   * Omitted or null returns all matches; false returns non-archived threads only.
   *
   * @return {@code archived}; empty when absent or null
   */
  public Optional<Boolean> archived() {
    return Wire.optional(json(), "archived", Wire::flag);
  }

  /**
   * Sets {@code archived}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadAttachmentOwnerListParams archived(Boolean value) {
    return new ThreadAttachmentOwnerListParams(Wire.with(json(), "archived", value));
  }

  /** {@return {@code attachmentType}} */
  public String attachmentType() {
    return Wire.text(json(), "attachmentType");
  }

  /** {@return {@code cursor}; empty when absent or null} */
  public Optional<String> cursor() {
    return Wire.optionalText(json(), "cursor");
  }

  /**
   * Sets {@code cursor}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadAttachmentOwnerListParams cursor(String value) {
    return new ThreadAttachmentOwnerListParams(Wire.with(json(), "cursor", value));
  }

  /** {@return {@code identityKey}} */
  public String identityKey() {
    return Wire.text(json(), "identityKey");
  }

  /** {@return {@code limit}; empty when absent or null} */
  public Optional<Long> limit() {
    return Wire.optional(json(), "limit", Wire::longInteger);
  }

  /**
   * Sets {@code limit}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadAttachmentOwnerListParams limit(Long value) {
    return new ThreadAttachmentOwnerListParams(Wire.with(json(), "limit", value));
  }
}

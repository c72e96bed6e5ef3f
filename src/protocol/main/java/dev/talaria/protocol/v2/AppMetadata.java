// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** {@code AppMetadata} of the protocol. */
public final class AppMetadata extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public AppMetadata(JsonNode json) {
    super(json);
  }

  /** {@return {@code categories}; empty also when absent or null} */
  public List<String> categories() {
    return Wire.list(json(), "categories", Wire::text);
  }

  /** {@return {@code developer}; empty when absent or null} */
  public Optional<String> developer() {
    return Wire.optionalText(json(), "developer");
  }

  /** {@return {@code firstPartyRequiresInstall}; empty when absent or null} */
  public Optional<Boolean> firstPartyRequiresInstall() {
    return Wire.optional(json(), "firstPartyRequiresInstall", Wire::flag);
  }

  /** {@return {@code review}; empty when absent or null} */
  public Optional<AppReview> review() {
    return Wire.optional(json(), "review", AppReview::new);
  }

  /** {@return {@code screenshots}; empty also when absent or null} */
  public List<AppScreenshot> screenshots() {
    return Wire.list(json(), "screenshots", AppScreenshot::new);
  }

  /** {@return {@code seoDescription}; empty when absent or null} */
  public Optional<String> seoDescription() {
    return Wire.optionalText(json(), "seoDescription");
  }

  /** {@return {@code showInComposerWhenUnlinked}; empty when absent or null} */
  public Optional<Boolean> showInComposerWhenUnlinked() {
    return Wire.optional(json(), "showInComposerWhenUnlinked", Wire::flag);
  }

  /** {@return {@code subCategories}; empty also when absent or null} */
  public List<String> subCategories() {
    return Wire.list(json(), "subCategories", Wire::text);
  }

  /** {@return {@code version}; empty when absent or null} */
  public Optional<String> version() {
    return Wire.optionalText(json(), "version");
  }

  /** {@return {@code versionId}; empty when absent or null} */
  public Optional<String> versionId() {
    return Wire.optionalText(json(), "versionId");
  }

  /** {@return {@code versionNotes}; empty when absent or null} */
  public Optional<String> versionNotes() {
    return Wire.optionalText(json(), "versionNotes");
  }
}

// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** {@code PluginDetail} of the protocol. */
public final class PluginDetail extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public PluginDetail(JsonNode json) {
    super(json);
  }

  /** {@return {@code appTemplates}} */
  public List<AppTemplateSummary> appTemplates() {
    return Wire.list(json(), "appTemplates", AppTemplateSummary::new);
  }

  /** {@return {@code apps}} */
  public List<AppSummary> apps() {
    return Wire.list(json(), "apps", AppSummary::new);
  }

  /** {@return {@code description}; empty when absent or null} */
  public Optional<String> description() {
    return Wire.optionalText(json(), "description");
  }

  /** {@return {@code hooks}} */
  public List<PluginHookSummary> hooks() {
    return Wire.list(json(), "hooks", PluginHookSummary::new);
  }

  /** {@return {@code marketplaceName}} */
  public String marketplaceName() {
    return Wire.text(json(), "marketplaceName");
  }

  /** {@return {@code marketplacePath}; empty when absent or null} */
  public Optional<String> marketplacePath() {
    return Wire.optionalText(json(), "marketplacePath");
  }

  /** {@return {@code mcpServers}} */
  public List<String> mcpServers() {
    return Wire.list(json(), "mcpServers", Wire::text);
  }

  /**
   * The declared onboarding skill, when the plugin and visible skill are enabled.
   *
   * @return {@code onboardingSkill}; empty when absent or null
   */
  public Optional<SkillSummary> onboardingSkill() {
    return Wire.optional(json(), "onboardingSkill", SkillSummary::new);
  }

  /** {@return {@code scheduledTasks}; empty also when absent or null} */
  public List<ScheduledTaskSummary> scheduledTasks() {
    return Wire.list(json(), "scheduledTasks", ScheduledTaskSummary::new);
  }

  /** {@return {@code shareUrl}; empty when absent or null} */
  public Optional<String> shareUrl() {
    return Wire.optionalText(json(), "shareUrl");
  }

  /** {@return {@code skills}} */
  public List<SkillSummary> skills() {
    return Wire.list(json(), "skills", SkillSummary::new);
  }

  /** {@return {@code summary}} */
  public PluginSummary summary() {
    return Wire.required(json(), "summary", PluginSummary::new);
  }
}

package dev.talaria.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.protocol.v2.ExperimentalFeature;
import dev.talaria.protocol.v2.Model;
import dev.talaria.protocol.v2.ModelProviderListResponse;
import dev.talaria.protocol.v2.PermissionProfileSummary;
import dev.talaria.protocol.v2.ReasoningEffortOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the real Codex offers a session. */
@Timeout(120)
class RealModelServiceTest {

  @TempDir Path workspace;

  @Test
  void models_have_efforts_and_one_of_them_is_the_default() throws Exception {
    try (ServiceLab lab = ServiceLab.start()) {
      List<Model> models = lab.codex.models().list();
      assertEquals(1, models.stream().filter(Model::isDefault).count());
      for (Model model : models) {
        assertFalse(model.hidden(), model::id);
        List<String> efforts =
            model.supportedReasoningEfforts().stream()
                .map(ReasoningEffortOption::reasoningEffort)
                .toList();
        assertTrue(efforts.contains(model.defaultReasoningEffort()), model::id);
      }
      List<Model> all = lab.codex.models().list(true);
      assertTrue(all.containsAll(models));
      assertTrue(all.stream().anyMatch(Model::hidden));
    }
  }

  @Test
  void the_provider_of_the_configuration_is_the_default() throws Exception {
    try (ServiceLab lab = ServiceLab.start()) {
      ModelProviderListResponse providers = lab.codex.models().providers();
      assertEquals(ScratchCodexHome.PROVIDER, providers.defaultProviderId());
    }
  }

  @Test
  void profiles_are_the_built_in_ones_and_those_of_the_configuration() throws Exception {
    try (ServiceLab lab =
        ServiceLab.start(
            config ->
                config.table(
                    """
                    [permissions.mine]
                    extends = ":workspace"
                    """),
            Map.of())) {
      List<String> profiles =
          lab.codex.models().permissionProfiles(workspace).stream()
              .map(PermissionProfileSummary::id)
              .toList();
      assertTrue(
          profiles.containsAll(List.of(":read-only", ":workspace", "mine")), profiles::toString);
    }
  }

  @Test
  void modes_and_features_are_listed() throws Exception {
    try (ServiceLab lab = ServiceLab.start(config -> config.feature("goals", false), Map.of())) {
      List<String> modes =
          lab.codex.models().collaborationModes().stream().map(mode -> mode.name()).toList();
      assertTrue(modes.contains("Plan"), modes::toString);
      List<ExperimentalFeature> features = lab.codex.models().experimentalFeatures();
      assertTrue(features.size() > 20, () -> "only " + features.size());
      assertFalse(
          features.stream()
              .filter(f -> f.name().equals("goals"))
              .findAny()
              .orElseThrow()
              .enabled());
    }
  }
}

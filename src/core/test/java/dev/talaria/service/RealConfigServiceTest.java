package dev.talaria.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.talaria.protocol.v2.ConfigBatchWriteParams;
import dev.talaria.protocol.v2.ConfigEdit;
import dev.talaria.protocol.v2.ConfigLayerSource;
import dev.talaria.protocol.v2.ConfigReadResponse;
import dev.talaria.protocol.v2.ConfigWriteResponse;
import dev.talaria.protocol.v2.MergeStrategy;
import dev.talaria.protocol.v2.WriteStatus;
import dev.talaria.rpc.RpcException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The configuration as the real Codex reads and writes it. */
@Timeout(120)
class RealConfigServiceTest {

  @TempDir Path workspace;

  @Test
  void a_value_is_read_with_the_layer_that_it_comes_from() throws Exception {
    try (ServiceLab lab =
        ServiceLab.start(
            config ->
                config.table(
                    "[projects.\"%s\"]\ntrust_level = \"trusted\"\n".formatted(real(workspace))),
            Map.of())) {
      ConfigReadResponse read = lab.codex.config().read();
      ConfigLayerSource.User user =
          assertInstanceOf(
              ConfigLayerSource.User.class, read.origins().get("model_provider").name());
      assertEquals(lab.home.configFile().toString(), user.file());
      assertFalse(read.config().modelReasoningEffort().isPresent());
      Path project = Files.createDirectories(workspace.resolve(".codex"));
      Files.writeString(project.resolve("config.toml"), "model_reasoning_effort = \"low\"\n");
      ConfigReadResponse there = lab.codex.config().read(real(workspace));
      assertEquals(Optional.of("low"), there.config().modelReasoningEffort());
      assertInstanceOf(
          ConfigLayerSource.Project.class, there.origins().get("model_reasoning_effort").name());
    }
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void a_write_changes_the_file_and_its_version_and_null_removes_the_key() throws Exception {
    try (ServiceLab lab = ServiceLab.start()) {
      ConfigService config = lab.codex.config();
      String version = config.version().orElseThrow();
      ConfigWriteResponse written =
          config.write("model_reasoning_effort", TextNode.valueOf("high"), version);
      assertEquals(WriteStatus.OK, written.status());
      assertEquals(lab.home.configFile().toString(), written.filePath());
      assertNotEquals(version, written.version());
      assertEquals(Optional.of(written.version()), config.version());
      assertTrue(lab.config().contains("model_reasoning_effort = \"high\""), lab.config());
      config.write(
          "model_reasoning_effort", JsonNodeFactory.instance.nullNode(), written.version());
      assertFalse(lab.config().contains("model_reasoning_effort"), lab.config());
    }
  }

  @Test
  void a_write_is_refused_when_somebody_else_has_changed_the_file() throws Exception {
    try (ServiceLab lab = ServiceLab.start()) {
      ConfigService config = lab.codex.config();
      String version = config.version().orElseThrow();
      Files.writeString(
          lab.home.configFile(), "\n[tui]\nnotifications = true\n", StandardOpenOption.APPEND);
      String changed = lab.config();
      RpcException stale =
          assertThrows(
              RpcException.class,
              () -> config.write("model_verbosity", TextNode.valueOf("low"), version));
      assertTrue(stale.getMessage().contains("modified since last read"), stale::toString);
      RpcException batch =
          assertThrows(
              RpcException.class,
              () ->
                  config.write(
                      ConfigBatchWriteParams.of(
                              List.of(
                                  ConfigEdit.of(
                                      "model_verbosity",
                                      MergeStrategy.REPLACE,
                                      TextNode.valueOf("low"))))
                          .expectedVersion(version)));
      assertTrue(batch.getMessage().contains("modified since last read"), batch::toString);
      assertEquals(changed, lab.config());
      config.write("model_verbosity", TextNode.valueOf("low"), null);
      assertTrue(lab.config().contains("model_verbosity = \"low\""));
    }
  }

  @Test
  void a_batch_is_written_whole_or_not_at_all() throws Exception {
    try (ServiceLab lab = ServiceLab.start()) {
      ConfigService config = lab.codex.config();
      String before = lab.config();
      ConfigEdit good =
          ConfigEdit.of("model_verbosity", MergeStrategy.REPLACE, TextNode.valueOf("low"));
      ConfigEdit bad =
          ConfigEdit.of("sandbox_mode", MergeStrategy.REPLACE, TextNode.valueOf("no such mode"));
      assertThrows(
          RpcException.class, () -> config.write(ConfigBatchWriteParams.of(List.of(good, bad))));
      assertEquals(before, lab.config());
      ConfigEdit other =
          ConfigEdit.of("sandbox_mode", MergeStrategy.REPLACE, TextNode.valueOf("read-only"));
      config.write(ConfigBatchWriteParams.of(List.of(good, other)));
      assertTrue(lab.config().contains("model_verbosity = \"low\""), lab.config());
      assertTrue(lab.config().contains("sandbox_mode = \"read-only\""), lab.config());
    }
  }

  @Test
  void a_home_without_a_file_has_a_version_too_and_no_requirements() throws Exception {
    try (ServiceLab lab = ServiceLab.start()) {
      assertEquals(Optional.empty(), lab.codex.config().requirements().requirements());
      Files.delete(lab.home.configFile());
      Optional<String> version = lab.codex.config().version();
      lab.codex.config().write("model", TextNode.valueOf("gpt-5.5"), version.orElse(null));
      assertEquals("model = \"gpt-5.5\"\n", lab.config());
    }
  }
}

package dev.talaria.service;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.v2.ConfigBatchWriteParams;
import dev.talaria.protocol.v2.ConfigLayer;
import dev.talaria.protocol.v2.ConfigLayerSource;
import dev.talaria.protocol.v2.ConfigReadParams;
import dev.talaria.protocol.v2.ConfigReadResponse;
import dev.talaria.protocol.v2.ConfigRequirementsReadResponse;
import dev.talaria.protocol.v2.ConfigValueWriteParams;
import dev.talaria.protocol.v2.ConfigWriteResponse;
import dev.talaria.protocol.v2.MergeStrategy;
import dev.talaria.protocol.v2.Methods;
import java.nio.file.Path;
import java.util.Optional;

/** Codex's configuration, as Codex itself reads and writes it. */
public final class ConfigService {

  private final TypedCalls calls;

  /**
   * On a connection.
   *
   * @param calls such as a {@code Codex}
   */
  public ConfigService(TypedCalls calls) {
    this.calls = calls;
  }

  /** {@return the effective configuration, its layers, and which layer each value comes from} */
  public ConfigReadResponse read() {
    return calls.call(Methods.CONFIG_READ, ConfigReadParams.of().includeLayers(true));
  }

  /**
   * {@return the effective configuration in a directory}
   *
   * @param cwd a directory, whose project may have a layer of its own
   */
  public ConfigReadResponse read(Path cwd) {
    return calls.call(
        Methods.CONFIG_READ, ConfigReadParams.of().includeLayers(true).cwd(cwd.toString()));
  }

  /**
   * {@return the version of the user's file, for a write that is refused when somebody else has
   * changed it since; empty when there is no such file}
   */
  public Optional<String> version() {
    return read().layers().stream()
        .filter(layer -> layer.name() instanceof ConfigLayerSource.User)
        .map(ConfigLayer::version)
        .findFirst();
  }

  /**
   * Writes one value into the user's file.
   *
   * @param keyPath the key, with dots
   * @param value any JSON; null removes the key
   * @param expectedVersion what {@link #version} said; {@code null} writes over any change
   * @return the file's new version, and whether another layer hides the value
   * @throws dev.talaria.rpc.RpcException if the file has changed or the value is not valid; nothing
   *     is written then
   */
  public ConfigWriteResponse write(String keyPath, JsonNode value, String expectedVersion) {
    return calls.call(
        Methods.CONFIG_VALUE_WRITE,
        ConfigValueWriteParams.of(keyPath, MergeStrategy.REPLACE, value)
            .expectedVersion(expectedVersion));
  }

  /**
   * Writes several values at once, or none of them.
   *
   * @param params the edits, and the version that they belong to
   * @return as {@link #write}
   */
  public ConfigWriteResponse write(ConfigBatchWriteParams params) {
    return calls.call(Methods.CONFIG_BATCH_WRITE, params);
  }

  /** {@return what the administrator of this machine requires} */
  public ConfigRequirementsReadResponse requirements() {
    return calls.call(Methods.CONFIG_REQUIREMENTS_READ, null);
  }
}

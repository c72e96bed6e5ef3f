package dev.talaria.appserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.codex.CodexOptions;
import dev.talaria.codex.ConfigOverride;
import dev.talaria.protocol.WireJson;
import dev.talaria.rpc.RpcTap;
import java.nio.file.Path;
import java.util.List;

/** Starts the recording that a connection's options ask for. */
final class Recordings {

  /** The format's number, in the header. */
  static final int FORMAT = 1;

  /** A tap that is closed after its connection. */
  interface Tap extends RpcTap, AutoCloseable {

    /** Records nothing. */
    Tap NONE =
        new Tap() {
          @Override
          public void sending(JsonNode message) {}

          @Override
          public void received(JsonNode message) {}

          @Override
          public void close() {}
        };

    @Override
    void close();
  }

  private Recordings() {}

  /**
   * Starts recording if {@code options} say so.
   *
   * @param codexVersion for the header; empty when it is not known yet
   * @throws dev.talaria.base.TalariaException if the file exists or cannot be written
   */
  static Tap start(CodexOptions options, String codexVersion) {
    return options.recording().map(file -> start(file, codexVersion, options)).orElse(Tap.NONE);
  }

  private static Tap start(Path file, String codexVersion, CodexOptions options) {
    ObjectNode header = WireJson.mapper().createObjectNode();
    header.put("recording", FORMAT);
    header.put("codexVersion", codexVersion);
    header.put("platform", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    ObjectNode shown = header.putObject("options");
    shown.put("client", options.clientName() + "/" + options.clientVersion());
    shown.put("experimentalApi", options.experimentalApi());
    ObjectNode config = shown.putObject("config");
    for (ConfigOverride override : options.config()) {
      config.put(override.key(), override.value());
    }
    Scrubber scrubber =
        Scrubber.of(
            System.getProperty("user.home", ""),
            System.getProperty("user.name", ""),
            List.of(System.getenv(), options.environment()));
    return Recorder.start(file, header, WireJson.mapper(), scrubber, System::nanoTime);
  }
}

package dev.talaria.cli.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.talaria.base.Redaction;
import dev.talaria.base.TalariaException;
import dev.talaria.base.VisibleText;
import dev.talaria.cli.codex.ConnectedCommand;
import dev.talaria.protocol.v2.ConfigLayer;
import dev.talaria.protocol.v2.ConfigLayerMetadata;
import dev.talaria.protocol.v2.ConfigLayerSource;
import dev.talaria.protocol.v2.ConfigReadResponse;
import dev.talaria.session.Codex;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code talaria config get}: the values that hold, and which layer each comes from. */
@Command(
    name = "get",
    description = {
      "Prints the value of a key, or every key that is set, with the layer that it comes from.",
      "Also prints the version of the user's file, for 'talaria config set --expect'."
          + " Values that look like secrets are masked."
    },
    footer = {
      "",
      "Exit codes: 0 fine, 1 the key is not set or Codex refused, 2 misuse, 3 Codex missing or too"
          + " old."
    })
final class ConfigGetCommand extends ConnectedCommand {

  @Parameters(arity = "0..1", paramLabel = "KEY", description = "With dots, such as tui.theme.")
  private String key;

  @Option(
      names = "--cwd",
      paramLabel = "DIR",
      description =
          "The directory whose project configuration applies. Default: the current" + " directory.")
  private Path cwd = Path.of("");

  @Override
  protected int run(Codex codex) {
    ConfigReadResponse read = codex.config().read(cwd.toAbsolutePath().normalize());
    JsonNode config = read.config().json();
    String version =
        read.layers().stream()
            .filter(layer -> layer.name() instanceof ConfigLayerSource.User)
            .map(ConfigLayer::version)
            .findFirst()
            .orElse(null);
    ObjectNode document = JsonNodeFactory.instance.objectNode().put("version", version);
    if (key == null) {
      return all(read, config, document);
    }
    JsonNode value = value(config, key);
    if (value.isMissingNode() || value.isNull()) {
      throw new TalariaException(key + " is not set");
    }
    ConfigLayerMetadata origin = read.origins().get(key);
    JsonNode shown = masked(key.substring(key.lastIndexOf('.') + 1), value);
    if (json) {
      document.put("key", key).set("value", shown);
      document.set("layer", origin == null ? document.nullNode() : origin.name().json());
      print(document);
    } else {
      out().println(shown.isTextual() ? VisibleText.of(shown.asText()) : shown.toString());
      out().flush();
    }
    return FINE;
  }

  private int all(ConfigReadResponse read, JsonNode config, ObjectNode document) {
    if (json) {
      document.set("config", masked("", config));
      document.set("origins", read.json().path("origins"));
      ArrayNode layers = document.putArray("layers");
      for (ConfigLayer layer : read.layers()) {
        ObjectNode row = layers.addObject();
        row.set("name", layer.name().json());
        row.put("version", layer.version());
        layer.disabledReason().ifPresent(reason -> row.put("disabledReason", reason));
      }
      print(document);
      return FINE;
    }
    for (Map.Entry<String, ConfigLayerMetadata> entry : new TreeMap<>(read.origins()).entrySet()) {
      String name = entry.getKey();
      JsonNode value = masked(name.substring(name.lastIndexOf('.') + 1), value(config, name));
      String layer = entry.getValue().name().json().path("type").asText();
      out().println(VisibleText.onOneLine(name + " = " + value + "  (" + layer + ")"));
    }
    out().flush();
    say("version " + document.path("version").asText());
    return FINE;
  }

  /** At a path with dots, of which some may belong to a name. */
  private static JsonNode value(JsonNode node, String path) {
    if (node.has(path)) {
      return node.get(path);
    }
    for (int dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
      JsonNode below = value(node.path(path.substring(0, dot)), path.substring(dot + 1));
      if (!below.isMissingNode()) {
        return below;
      }
    }
    return MissingNode.getInstance();
  }

  private static JsonNode masked(String name, JsonNode value) {
    if (value.isObject()) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      value.properties().forEach(e -> copy.set(e.getKey(), masked(e.getKey(), e.getValue())));
      return copy;
    } else if (value.isArray()) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      value.forEach(element -> copy.add(masked("", element)));
      return copy;
    } else if (!value.isTextual()) {
      return value;
    }
    // These hold the name of a variable.
    boolean reference = name.equals("env_key") || name.endsWith("env_var");
    boolean secret = Redaction.isSecretMember(name) || Redaction.isSecretVariable(name);
    return TextNode.valueOf(
        secret && !reference ? Redaction.MASK : Redaction.redact(value.asText()));
  }
}

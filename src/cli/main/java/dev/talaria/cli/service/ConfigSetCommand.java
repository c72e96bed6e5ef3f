package dev.talaria.cli.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.talaria.base.VisibleText;
import dev.talaria.cli.codex.ConnectedCommand;
import dev.talaria.protocol.v2.ConfigWriteResponse;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.session.Codex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code talaria config set}: one value of the user's file, written by Codex. */
@Command(
    name = "set",
    description = {
      "Has Codex set a value in the user's config.toml, and prints the file's new version.",
      "Codex checks the value, and keeps the rest of the file as it is."
    },
    footer = {
      "",
      "Exit codes: 0 set, 1 refused, say because the file changed, 2 misuse, 3 Codex missing or too"
          + " old."
    })
final class ConfigSetCommand extends ConnectedCommand {

  @Parameters(index = "0", paramLabel = "KEY", description = "With dots, such as tui.theme.")
  private String key;

  @Parameters(
      index = "1",
      paramLabel = "VALUE",
      description = "The value in JSON. Anything else is taken as text, and null removes the key.")
  private String value;

  @Option(
      names = "--expect",
      paramLabel = "VERSION",
      description =
          "Sets the value only if the file still has this version, which 'talaria config"
              + " get' prints.")
  private String expected;

  @Override
  protected int run(Codex codex) {
    ConfigWriteResponse written = codex.config().write(key, parsed(), expected);
    written
        .overriddenMetadata()
        .ifPresent(by -> say(VisibleText.onOneLine("It has no effect: " + by.message())));
    if (json) {
      print(written.json());
    } else {
      out().println(VisibleText.onOneLine(written.version()));
      out().flush();
    }
    return FINE;
  }

  private JsonNode parsed() {
    try {
      JsonNode tree = WireJson.mapper().readTree(value);
      return tree.isMissingNode() ? TextNode.valueOf(value) : tree;
    } catch (JsonProcessingException e) {
      return TextNode.valueOf(value);
    }
  }
}

package dev.talaria.examples;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.talaria.codex.CodexOptions;
import dev.talaria.service.ConfigService;
import dev.talaria.session.Codex;

/** Sets the model of the user's configuration: {@code PinModel DIRECTORY ID}. */
public final class PinModel {
  public static void main(String[] args) {
    try (Codex codex = Codex.launch(CodexOptions.defaults())) {
      ConfigService config = codex.config();
      String version = config.version().orElse(null); // from here on nobody else may write
      String before = config.read().config().model().orElse("none");
      config.write("model", TextNode.valueOf(args[1]), version);
      System.out.println(before + " -> " + config.read().config().model().orElseThrow());
    }
  }
}

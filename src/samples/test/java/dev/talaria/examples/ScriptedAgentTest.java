package dev.talaria.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.codex.CodexOptions;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.ScriptedModel;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's own test of an agent on the real Codex, as the fixtures' README shows it. */
class ScriptedAgentTest {

  @Test
  void the_agent_says_what_the_model_says(@TempDir Path folder) throws Exception {
    CodexOptions codex =
        CodexOptions.builder().executable(PinnedCodex.selected().executable()).build();
    try (ScriptedModel model = ScriptedModel.start(ModelScript.texts("Hello."));
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create();
        Codex child =
            Codex.launch(codex.toBuilder().environment(home.isolatedEnvironment()).build());
        CodexSession session = child.openSession(SessionOptions.builder().cwd(folder).build())) {
      assertEquals("Hello.", session.runTurn("say hello").finalText());
      assertTrue(model.requests().get(0).json().contains("say hello"));
    }
  }
}

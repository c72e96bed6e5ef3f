package dev.talaria.llm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.codex.CodexOptions;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.ScriptedModel;
import dev.talaria.session.Codex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The real Codex with a scripted model, for chat calls in a test's folder. */
public final class ChatLab implements AutoCloseable {

  public final ScriptedModel model;
  public final Codex codex;
  private final ScratchCodexHome home;
  private final Path workspace;

  public ChatLab(Path workspace, ModelScript script) {
    try {
      this.workspace = workspace;
      model = ScriptedModel.start(script);
      home = ScratchCodexHome.builder(model.baseUrl()).create();
      codex =
          Codex.launch(
              CodexOptions.builder()
                  .executable(PinnedCodex.selected().executable())
                  .codexHome(home.path())
                  .environment(home.isolatedEnvironment())
                  .build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Chat calls in the test's folder. */
  public ChatCalls.Builder calls() {
    return ChatCalls.on(codex).cwd(workspace);
  }

  /** What the model was told in a request, without what Codex puts in front: roles and texts. */
  public List<String> heard(int request) {
    List<String> heard = new ArrayList<>();
    for (JsonNode item : model.requests().get(request).body().path("input")) {
      String type = item.path("type").asText();
      if (type.equals("message")) {
        for (JsonNode part : item.path("content")) {
          String text = part.path("text").asText(part.path("image_url").asText());
          if (!text.startsWith("<") && !text.startsWith("You are ")) {
            heard.add(item.path("role").asText() + ": " + text);
          }
        }
      } else if (type.equals("function_call")) {
        heard.add("call: " + item.path("name").asText() + " " + item.path("arguments").asText());
      } else if (type.equals("function_call_output")) {
        String output = item.path("output").asText();
        heard.add(
            "result: "
                + (output.isEmpty() ? item.path("output").findValue("text").asText() : output));
      }
    }
    return heard;
  }

  @Override
  public void close() {
    codex.close();
    model.close();
    try {
      home.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

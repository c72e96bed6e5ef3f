package dev.talaria.recordings;

import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelScript;
import java.util.function.UnaryOperator;

/**
 * A session worth recording.
 *
 * @param name the recording's file name without its ending
 * @param shows what a reader learns from it
 * @param script the model's side
 * @param config what the Codex configuration needs besides the scripted model
 * @param play the client's side
 */
record Scenario(
    String name,
    String shows,
    ModelScript script,
    UnaryOperator<ScratchCodexHome.Builder> config,
    Play play) {

  /** What the client does. */
  @FunctionalInterface
  interface Play {
    void on(Stage stage) throws Exception;
  }

  Scenario(String name, String shows, ModelScript script, Play play) {
    this(name, shows, script, config -> config, play);
  }

  Scenario with(UnaryOperator<ScratchCodexHome.Builder> more) {
    return new Scenario(name, shows, script, more, play);
  }
}

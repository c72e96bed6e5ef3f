package dev.talaria.examples;

import dev.talaria.codex.CodexOptions;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.telemetry.MicrometerObserver;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.nio.file.Path;

/** Counts the tokens of a turn with Micrometer: {@code MeasuredTurns DIRECTORY PROMPT}. */
public final class MeasuredTurns {
  public static void main(String[] args) {
    MeterRegistry meters = new SimpleMeterRegistry(); // the program's own, such as Spring Boot's
    ObservationRegistry observations = ObservationRegistry.create();
    SessionOptions options = SessionOptions.builder().cwd(Path.of(args[0])).build();
    try (MicrometerObserver observer = new MicrometerObserver(observations, meters);
        Codex codex = Codex.launch(CodexOptions.defaults())) {
      codex.observe(observer);
      try (CodexSession session = codex.openSession(options)) {
        System.out.println(session.runTurn(args[1]).finalText());
      }
      meters
          .find("gen_ai.client.token.usage")
          .summaries()
          .forEach(
              tokens ->
                  System.out.println(
                      tokens.getId().getTag("gen_ai.token.type") + " " + tokens.totalAmount()));
    }
  }
}

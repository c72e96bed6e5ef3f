package dev.talaria.examples;

import dev.talaria.codex.CodexOptions;
import dev.talaria.llm.CancellationToken;
import dev.talaria.llm.CodexLlmRuntime;
import dev.talaria.llm.TextRequest;
import dev.talaria.llm.config.AuthProbe;
import dev.talaria.llm.config.LlmConfig;
import dev.talaria.llm.config.ProbedModels;
import dev.talaria.llm.ratelimit.RateLimitGovernor;
import dev.talaria.llm.ratelimit.RateLimitState;
import dev.talaria.migration.HostConfig;
import dev.talaria.session.Codex;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Answers prompts within the account's limits: {@code PacedCalls DIRECTORY YAML PROMPT...}. */
public final class PacedCalls {
  public static void main(String[] args) throws Exception {
    LlmConfig config = LlmConfig.of(HostConfig.read(Path.of(args[1])).values(), Path.of(args[1]));
    config.warnings().forEach(System.out::println);
    RateLimitGovernor governor = config.governor(); // one for the run, shared by all of its calls
    governor.subscribe(
        state -> {
          if (state instanceof RateLimitState.WaitStarted wait) {
            System.out.println("waiting for " + wait.provider() + ", then going on");
          }
        });
    try (Codex codex = Codex.launch(CodexOptions.defaults())) {
      ProbedModels models = AuthProbe.on(codex).probe(config);
      if (!models.isUsable()) {
        System.out.println(models.anchor().message());
        return;
      }
      models.fallbacks().forEach(fallback -> System.out.println(fallback.message()));
      try (CodexLlmRuntime llm =
          CodexLlmRuntime.on(codex)
              .cwd(Path.of(args[0]))
              .models(models.slots())
              .isolation(config.isolation())
              .governor(governor)
              .build()) {
        List<CompletableFuture<String>> answers = new ArrayList<>();
        for (String prompt : List.of(args).subList(2, args.length)) {
          RateLimitGovernor.Slot slot = governor.acquireWorkSlot(CancellationToken.none());
          answers.add(
              llm.generateText(TextRequest.of(prompt)).whenComplete((text, error) -> slot.close()));
        }
        for (CompletableFuture<String> answer : answers) {
          System.out.println(answer.get());
        }
      }
    }
  }
}

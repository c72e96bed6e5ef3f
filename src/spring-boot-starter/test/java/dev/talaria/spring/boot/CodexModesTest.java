package dev.talaria.spring.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.server.CodexServer;
import dev.talaria.session.CodexSession;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

/** Where Codex runs: a pool, and a server that outlives the program. */
@Timeout(240)
class CodexModesTest {

  @TempDir Path workspace;

  private static String turn(ConfigurableApplicationContext program) {
    try (CodexSession session = program.getBean(CodexSessions.class).open()) {
      return session.runTurn("go").finalText();
    }
  }

  private static Health health(ConfigurableApplicationContext program) {
    return program.getBean("codexHealthIndicator", HealthIndicator.class).health();
  }

  @Test
  void sessions_are_on_a_pool_or_on_a_server_that_goes_on() throws Exception {
    ModelScript script = ModelScript.texts("Pooled.", "Started.", "Attached.");
    try (BootLab lab = new BootLab(workspace, script)) {
      try (var program = lab.start(BootLab.Plain.class, "talaria.mode=pool")) {
        assertEquals("Pooled.", turn(program));
        assertEquals(1, health(program).getDetails().get("children"));
      }
      try {
        try (var program = lab.start(BootLab.Plain.class, "talaria.mode=attach-or-start")) {
          assertEquals(false, health(program).getDetails().get("started"));
          assertEquals("Started.", turn(program));
          assertEquals(Status.UP, health(program).getStatus());
        }
        CodexServer server = CodexServer.find(lab.home.path()).orElseThrow();
        assertTrue(server.isAlive());
        try (var program =
            lab.start(
                BootLab.Plain.class,
                "talaria.mode=attach",
                "talaria.attach.address=" + server.address(),
                "talaria.attach.reconnect-timeout=0s")) {
          assertEquals(Status.UP, health(program).getStatus());
          assertEquals(server.address(), health(program).getDetails().get("server"));
          assertEquals("Attached.", turn(program));
          server.stop();
          assertEquals(Status.DOWN, health(program).getStatus());
        }
      } finally {
        CodexServer.find(lab.home.path()).ifPresent(CodexServer::stop);
      }
    }
  }
}

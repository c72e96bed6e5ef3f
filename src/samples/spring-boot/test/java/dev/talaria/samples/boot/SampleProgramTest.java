package dev.talaria.samples.boot;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.spring.boot.CodexOptionsCustomizer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;

/** The sample program over HTTP, on the real Codex with the scripted model of its demo. */
@Timeout(240)
class SampleProgramTest {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  @TempDir Path workspace;

  @TempDir static Path folder;

  /** The program with a Codex that a test can take away. */
  @Import(SampleProgram.class)
  static class WithLink {

    @Bean
    @Order
    CodexOptionsCustomizer linked() {
      return options -> options.executable(folder.resolve("codex"));
    }
  }

  @Test
  void the_page_shows_the_controller_that_is_tested_here() throws Exception {
    Path root = Path.of(System.getProperty("talaria.root"));
    String source =
        Files.readString(
            root.resolve(
                "src/samples/spring-boot/main/java/dev/talaria/samples/boot/TurnController.java"));
    String page = Files.readString(root.resolve("docs/spring-boot.md"));
    assertTrue(page.contains("```java\n" + source.substring(source.indexOf("import ")) + "```"));
  }

  @Test
  void a_turn_streams_waits_for_its_approval_and_health_knows_codex() throws Exception {
    Path link = folder.resolve("codex");
    Path codex = PinnedCodex.selected().executable();
    Files.createSymbolicLink(link, codex);
    try (ConfigurableApplicationContext program =
        SpringApplication.run(
            WithLink.class,
            "--spring.profiles.active=demo",
            "--server.port=0",
            "--spring.main.banner-mode=off",
            "--logging.level.root=warn",
            "--talaria.session.cwd=" + workspace)) {
      int port = program.getEnvironment().getRequiredProperty("local.server.port", int.class);
      SampleClient client = new SampleClient(port);
      assertEquals("UP", client.get("/actuator/health").path("status").asText());

      CompletableFuture<String> stream = client.turn("write hello");
      await().atMost(LIMIT).until(() -> !client.get("/turns/approvals").isEmpty());
      JsonNode approval = client.get("/turns/approvals").get(0);
      assertTrue(approval.path("lines").toString().contains("echo hello"), approval.toString());
      JsonNode report = client.get("/actuator/talaria");
      assertEquals(approval.path("id"), report.at("/approvals/0/id"));
      assertEquals(approval.path("turnId"), report.at("/sessions/0/turns/0/turnId"));
      assertEquals(404, client.post("/turns/approvals/unknown", "once"));
      String path = "/turns/approvals/" + approval.path("id").asText();
      assertEquals(200, client.post(path, "once"));
      String events = stream.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
      assertTrue(events.contains("event:approval"), events);
      assertTrue(events.contains("\"delta\":\"hello.txt.\""), events);
      assertTrue(events.contains("\"status\":\"COMPLETED\""), events);
      assertEquals("hello\n", Files.readString(workspace.resolve("hello.txt")));

      Files.delete(link);
      JsonNode down = client.get("/actuator/health");
      assertEquals("DOWN", down.at("/components/codex/status").asText(), down.toString());
    }
  }
}

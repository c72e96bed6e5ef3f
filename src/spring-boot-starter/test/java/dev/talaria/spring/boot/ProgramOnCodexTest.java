package dev.talaria.spring.boot;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalKind;
import dev.talaria.approval.ApprovalOutcome;
import dev.talaria.approval.DecisionSource;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.listener.ConnectionEvent;
import dev.talaria.session.listener.TalariaObserver;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnStatus;
import dev.talaria.tools.HostTool;
import dev.talaria.tools.ToolResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.tool.ToolCallbackProvider;
import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.method.MethodToolCallbackProvider;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** A program of Spring Boot on the real Codex. */
@Timeout(240)
class ProgramOnCodexTest {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  @TempDir static Path workspace;

  private static final List<Object> observed = new CopyOnWriteArrayList<>();
  private static final List<ApprovalOutcome> outcomes = new CopyOnWriteArrayList<>();
  private static BootLab lab;
  private static ConfigurableApplicationContext program;

  static final class Calculator {
    @Tool(description = "Adds two numbers")
    int add(int a, int b) {
      return a + b;
    }
  }

  @EnableAutoConfiguration
  static class Program {

    @Bean
    HostTool todo() {
      return HostTool.builder("todo").run(call -> ToolResult.of("water the plants")).build();
    }

    @Bean
    ToolCallbackProvider calculator() {
      return MethodToolCallbackProvider.builder().toolObjects(new Calculator()).build();
    }

    @Bean
    SessionOptionsCustomizer audited() {
      return options -> options.audit(outcomes::add);
    }

    @Bean
    TalariaObserver connections() {
      return new TalariaObserver() {
        @Override
        public void onConnection(ConnectionEvent event) {
          observed.add(event.kind());
        }
      };
    }
  }

  private static ModelScript script() {
    return ModelScript.builder()
        .when("work on it")
        .reply(
            OutputItem.call("todo", Map.of()).withCallId("todo"),
            OutputItem.call("add", Map.of("a", 2, "b", 3)).withCallId("add"))
        .when("work on it")
        .reply(OutputItem.escalatedCommand("echo ran > ran.txt"))
        .when("work on it")
        .text("Done.")
        .when("clean up")
        .reply(OutputItem.escalatedCommand("rm ran.txt"))
        .when("clean up")
        .text("Not allowed.")
        .when("chat with me")
        .text("Hello.")
        .when("take long")
        .reply(Reply.of(OutputItem.chunks("One ", "two")).hangAfter(4))
        .when("may I")
        .reply(OutputItem.escalatedCommand("echo late > late.txt"))
        .build();
  }

  @BeforeAll
  static void start() throws Exception {
    lab = new BootLab(workspace, script());
    program =
        lab.start(
            Program.class,
            "talaria.tools.spring-ai=true",
            "talaria.approvals.inbox=true",
            "talaria.approvals.deny-commands=rm");
  }

  @AfterAll
  static void end() throws Exception {
    program.close();
    lab.close();
  }

  private static Health health() {
    return program.getBean("codexHealthIndicator", HealthIndicator.class).health();
  }

  /** What the model was told that a call of its gave. */
  private static String told(String call) {
    return lab.model.requests().stream()
        .flatMap(request -> request.outputOf(call).stream())
        .findFirst()
        .orElse("nothing");
  }

  @Test
  void a_turn_has_the_tools_and_its_approval_waits_for_another_request() throws Exception {
    ApprovalInbox inbox = program.getBean(ApprovalInbox.class);
    try (CodexSession session = program.getBean(CodexSessions.class).open()) {
      Turn turn = session.startTurn(TurnInput.of("work on it"), TurnListener.NONE);
      await().atMost(LIMIT).until(() -> !inbox.open().isEmpty());
      TalariaEndpoint.Report report = program.getBean(TalariaEndpoint.class).report();
      OpenApproval open = report.approvals().get(0);
      assertEquals(ApprovalKind.COMMAND, open.kind());
      assertEquals(session.threadId(), open.threadId());
      assertEquals(turn.turnId(), open.turnId());
      assertTrue(open.lines().toString().contains("echo ran > ran.txt"), open.toString());
      OpenWork.ShownSession shown =
          report.sessions().stream()
              .filter(one -> one.threadId().equals(session.threadId()))
              .findFirst()
              .orElseThrow();
      assertEquals(turn.turnId(), shown.turns().get(0).turnId());

      assertFalse(inbox.decide("unknown", ApprovalDecision.allow()));
      assertTrue(inbox.decide(open.id(), ApprovalDecision.allow()));
      assertEquals("Done.", turn.await().finalText());
      assertFalse(inbox.decide(open.id(), ApprovalDecision.allow()));
      assertEquals("ran\n", Files.readString(workspace.resolve("ran.txt")));
      assertEquals("water the plants", told("todo"));
      assertEquals("5", told("add"));

      assertEquals("Not allowed.", session.runTurn("clean up").finalText());
      assertEquals(DecisionSource.POLICY, outcomes.get(outcomes.size() - 1).decider());
      assertTrue(Files.exists(workspace.resolve("ran.txt")));
    }
    assertEquals(List.of(), inbox.open());
    assertTrue(observed.contains(ConnectionEvent.Kind.OPENED), observed.toString());
  }

  @Test
  void the_chat_model_and_the_bean_use_the_same_codex() {
    assertEquals("Hello.", program.getBean(ChatModel.class).call("chat with me"));
    assertSame(
        program.getBean(Codex.class), program.getBean(LazyCodex.class).running().orElseThrow());
  }

  @Test
  void health_is_down_without_the_executable_and_up_with_it() throws Exception {
    program.getBean(CodexSessions.class).open().close();
    Health up = health();
    assertEquals(Status.UP, up.getStatus(), up.toString());
    assertEquals(lab.executable.toString(), up.getDetails().get("executable"));
    assertEquals("not needed", up.getDetails().get("login"));
    assertEquals(true, up.getDetails().get("started"));
    Files.delete(lab.executable);
    assertEquals(Status.DOWN, health().getStatus());
    lab.link();
    assertEquals(Status.UP, health().getStatus());
  }

  @Test
  void the_end_gives_turns_their_time_then_interrupts_them_and_leaves_nothing() throws Exception {
    Set<Long> before = BootLab.processes();
    ConfigurableApplicationContext ending =
        lab.start(BootLab.Plain.class, "talaria.approvals.inbox=true", "talaria.shutdown.grace=1s");
    CodexSessions sessions = ending.getBean(CodexSessions.class);
    ApprovalInbox inbox = ending.getBean(ApprovalInbox.class);
    Turn streaming = sessions.open().startTurn(TurnInput.of("take long"), TurnListener.NONE);
    Turn asking =
        sessions
            .open(options -> options.audit(outcomes::add))
            .startTurn(TurnInput.of("may I"), TurnListener.NONE);
    await().atMost(LIMIT).until(() -> !inbox.open().isEmpty());
    assertFalse(before.containsAll(BootLab.processes()));

    long begun = System.nanoTime();
    ending.close();
    assertTrue(Duration.ofNanos(System.nanoTime() - begun).compareTo(Duration.ofSeconds(1)) >= 0);
    assertEquals(TurnStatus.INTERRUPTED, streaming.await().status());
    assertEquals(TurnStatus.INTERRUPTED, asking.await().status());
    assertEquals(List.of(), inbox.open());
    assertFalse(outcomes.get(outcomes.size() - 1).decision().filter(d -> d.allows()).isPresent());
    assertThrows(IllegalStateException.class, sessions::open);
    await().atMost(LIMIT).until(() -> before.containsAll(BootLab.processes()));
    assertFalse(Files.exists(workspace.resolve("late.txt")));
  }
}

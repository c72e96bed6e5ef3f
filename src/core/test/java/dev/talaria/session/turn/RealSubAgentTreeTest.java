package dev.talaria.session.turn;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalText;
import dev.talaria.protocol.Item;
import dev.talaria.protocol.v2.SandboxMode;
import dev.talaria.session.CloseReport;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.SubAgent;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.lab.AgentModel;
import dev.talaria.session.lab.CodexLab;
import dev.talaria.session.lab.OneCodex;
import dev.talaria.session.lab.RecordedTurns;
import dev.talaria.session.lab.RecordingListener;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.BackgroundCommand;
import dev.talaria.session.result.TurnOrigin;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnState;
import dev.talaria.session.result.TurnStatus;
import dev.talaria.transcript.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Sub-agents are seen under the turn that began them, and end with it. */
@Timeout(120)
@ExtendWith(OneCodex.class)
class RealSubAgentTreeTest {

  @TempDir Path workspace;
  private final List<SubAgent> agents = new CopyOnWriteArrayList<>();
  private final RecordingListener heard = new RecordingListener();
  private final RecordedTurns others = new RecordedTurns();

  /** Hears of the agents at every depth; what their turns do is written down. */
  private final TurnListener listener =
      new TurnListener() {
        @Override
        public TurnListener onSubAgent(SubAgent agent) {
          agents.add(agent);
          return new TurnListener() {
            @Override
            public TurnListener onSubAgent(SubAgent nested) {
              return listener.onSubAgent(nested);
            }

            @Override
            public void onStarted(String turnId) {
              heard.onStarted(turnId);
            }

            @Override
            public void onItemStarted(Item item) {
              heard.onItemStarted(item);
            }
          };
        }
      };

  private CodexSession open(CodexLab lab, UnaryOperator<SessionOptions.Builder> more) {
    return lab.codex.openSession(
        more.apply(
                lab.options()
                    .sandbox(SandboxMode.DANGER_FULL_ACCESS)
                    .listener(others)
                    .approvals(lab.answering(ApprovalDecision.allow())))
            .build());
  }

  private void awaitCommand() {
    await().atMost(Duration.ofSeconds(30)).until(() -> heard.events.contains("+commandExecution"));
  }

  private static void assertModelIsLeftAlone(CodexLab lab) {
    int requests = lab.model.requests().size();
    await()
        .during(Duration.ofSeconds(2))
        .atMost(Duration.ofSeconds(60))
        .until(() -> lab.model.requests().size() == requests);
  }

  private static TurnState endOf(SubAgent agent) throws Exception {
    return agent.end().get(30, TimeUnit.SECONDS);
  }

  private static boolean runs(String command) {
    return ProcessHandle.allProcesses()
        .anyMatch(process -> process.info().commandLine().orElse("").contains(command));
  }

  @Test
  void its_turn_messages_and_usage_are_under_the_turn_that_began_it() throws Exception {
    try (CodexLab lab =
            new CodexLab(
                workspace, AgentModel.waiting(AgentModel.exec("echo hi")), AgentModel::enabled);
        CodexSession session = open(lab, options -> options)) {
      Turn turn = session.startTurn(TurnInput.of(AgentModel.PROMPT), listener);
      TurnResult result = turn.await();
      assertEquals("all is done", result.finalText(), () -> "" + result.error());
      assertEquals(agents, turn.subAgents());
      assertEquals(1, agents.size());
      SubAgent agent = agents.get(0);
      assertEquals(TurnState.COMPLETED, endOf(agent));
      assertEquals(session.threadId(), agent.parentThreadId());
      assertFalse(agent.name().isEmpty());
      assertEquals(1, agent.turns().size());
      TurnResult ofAgent = agent.turns().get(0).await();
      assertEquals(TurnOrigin.AGENT, agent.turns().get(0).origin());
      assertEquals(agent.threadId(), ofAgent.threadId());
      assertEquals("the child is done", ofAgent.finalText());
      assertEquals(1, ofAgent.toolIterations());
      assertEquals(ofAgent.messages(), agent.messages());
      assertEquals(ofAgent.usage(), agent.usage().orElseThrow());
      assertTrue(heard.events.contains("started"), heard.events + "");
      assertTrue(result.messages().stream().allMatch(row -> row.agent().isEmpty()));
      assertTrue(others.turns.isEmpty());
    }
  }

  @Test
  void its_rows_are_in_the_transcript_on_request() {
    try (CodexLab lab =
            new CodexLab(
                workspace, AgentModel.waiting(AgentModel.exec("echo hi")), AgentModel::enabled);
        CodexSession session = open(lab, options -> options.subAgentMessages(true))) {
      TurnResult result = session.runTurn(TurnInput.of(AgentModel.PROMPT), listener);
      SubAgent agent = agents.get(0);
      List<Message> rows =
          result.messages().stream().filter(row -> !row.agent().isEmpty()).toList();
      assertEquals(agent.messages().stream().map(row -> row.by(agent.label())).toList(), rows);
      assertTrue(rows.contains(new Message.User("child work", agent.label())), rows + "");
      assertTrue(result.messages().contains(new Message.User(AgentModel.PROMPT)));
    }
  }

  @Test
  void an_interrupt_of_the_parent_ends_it_and_nothing_asks_the_model_again() throws Exception {
    try (CodexLab lab =
            new CodexLab(
                workspace,
                AgentModel.waiting(AgentModel.exec("sleep 61", "yield_time_ms", 30_000)),
                AgentModel::enabled);
        CodexSession session = open(lab, options -> options)) {
      Turn turn = session.startTurn(TurnInput.of(AgentModel.PROMPT), listener);
      awaitCommand();
      turn.interrupt();
      assertEquals(TurnStatus.INTERRUPTED, turn.await().status());
      assertEquals(TurnState.INTERRUPTED, endOf(agents.get(0)));
      assertModelIsLeftAlone(lab);
    }
    await().atMost(Duration.ofSeconds(40)).until(() -> !runs("sleep 61"));
  }

  @Test
  void a_close_ends_what_an_ended_turn_left_at_work() throws Exception {
    try (CodexLab lab =
        new CodexLab(
            workspace,
            AgentModel.leaving(AgentModel.exec("sleep 62", "yield_time_ms", 30_000)),
            AgentModel::enabled)) {
      CodexSession session = open(lab, options -> options);
      TurnResult result = session.runTurn(TurnInput.of(AgentModel.PROMPT), listener);
      assertEquals("left at work", result.finalText());
      awaitCommand();
      SubAgent agent = agents.get(0);
      assertEquals(TurnState.RUNNING, agent.state());
      session.close();
      CloseReport report = session.closed().orElseThrow();
      assertEquals(
          List.of(
              new CloseReport.EndedTurn(
                  agent.threadId(), agent.turns().get(0).turnId(), TurnOrigin.AGENT)),
          report.endedTurns());
      assertEquals(agent.threadId(), report.endedCommands().get(0).threadId());
      assertEquals(TurnState.INTERRUPTED, endOf(agent));
      assertModelIsLeftAlone(lab);
      await().atMost(Duration.ofSeconds(40)).until(() -> !runs("sleep 62"));
    }
  }

  @Test
  void its_commands_are_among_those_that_run_on_and_are_awaited() throws Exception {
    try (CodexLab lab =
            new CodexLab(
                workspace,
                AgentModel.waiting(
                    AgentModel.exec(
                        "until [ -e go ]; do sleep 0.1; done; touch went", "yield_time_ms", 250)),
                AgentModel::enabled);
        CodexSession session = open(lab, options -> options)) {
      TurnResult result = session.runTurn(TurnInput.of(AgentModel.PROMPT), listener);
      assertEquals("all is done", result.finalText());
      assertEquals(
          List.of(agents.get(0).threadId()),
          result.runningCommands().stream().map(BackgroundCommand::threadId).toList());
      assertEquals(1, session.awaitCommands(Duration.ZERO).size());
      Files.createFile(workspace.resolve("go"));
      assertEquals(List.of(), session.awaitCommands(Duration.ofSeconds(30)));
      assertTrue(Files.exists(workspace.resolve("went")));
    }
  }

  @Test
  void one_of_a_sub_agent_has_its_place_in_the_tree_and_asks_in_its_name() throws Exception {
    assumeTrue(CodexLab.selectedIsPinned(), "the other versions have no agents with paths");
    try (CodexLab lab =
            new CodexLab(
                workspace,
                AgentModel.nested(
                    AgentModel.exec(
                        "touch made.txt",
                        "sandbox_permissions",
                        "require_escalated",
                        "justification",
                        "may I"),
                    AgentModel.exec("sleep 63", "yield_time_ms", 30_000)),
                AgentModel::enabledWithPaths);
        CodexSession session = open(lab, options -> options.sandbox(SandboxMode.READ_ONLY))) {
      Turn turn = session.startTurn(TurnInput.of(AgentModel.PROMPT), listener);
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () ->
                  assertEquals(
                      2,
                      heard.events.stream().filter("+commandExecution"::equals).count(),
                      () -> heard.events + " " + lab.asked + " " + lab.model.requests()));
      SubAgent kid = turn.subAgents().get(0);
      assertEquals(AgentModel.TREE + "/kid", kid.path());
      SubAgent grand = kid.subAgents().get(0);
      assertEquals(AgentModel.TREE + "/kid/grand", grand.path());
      assertEquals(kid.threadId(), grand.parentThreadId());
      assertEquals(AgentModel.TREE + "/kid/grand", lab.asked.get(0).origin().agent());
      assertTrue(
          ApprovalText.headline(lab.asked.get(0))
              .startsWith("the sub-agent " + AgentModel.TREE + "/kid/grand asks: "));
      turn.interrupt();
      assertEquals(TurnState.INTERRUPTED, endOf(grand));
      assertEquals(TurnState.INTERRUPTED, endOf(kid));
      assertModelIsLeftAlone(lab);
    }
  }
}

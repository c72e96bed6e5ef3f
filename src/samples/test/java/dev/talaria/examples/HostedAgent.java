package dev.talaria.examples;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.approval.ApprovalText;
import dev.talaria.codex.CodexExecutable;
import dev.talaria.codex.CodexOptions;
import dev.talaria.host.CodexConversation;
import dev.talaria.host.CodexVerifier;
import dev.talaria.host.HostAgent;
import dev.talaria.host.HostDisplay;
import dev.talaria.host.HostRuntime;
import dev.talaria.host.ReviewCadence;
import dev.talaria.host.ReviewRequest;
import dev.talaria.host.RuntimeSwitch;
import dev.talaria.host.SessionOpener;
import dev.talaria.migration.HostConfig;
import dev.talaria.migration.MigrationOptions;
import dev.talaria.migration.MigrationReport;
import dev.talaria.migration.Migrator;
import dev.talaria.session.Codex;
import dev.talaria.session.SessionOptions;
import dev.talaria.transcript.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Scanner;

/** An agent whose turns Codex runs when its runtime is on: {@code HostedAgent DIR HOST_YAML}. */
public final class HostedAgent implements HostAgent, HostDisplay {
  private final Path folder;
  private final Path yaml;
  private final Path codexHome =
      Path.of(
          System.getenv().getOrDefault("CODEX_HOME", System.getProperty("user.home") + "/.codex"));
  private final CodexOptions codexOptions = CodexOptions.builder().codexHome(codexHome).build();
  private final Scanner in = new Scanner(System.in);
  private final List<Message> history = new ArrayList<>();
  private final ReviewCadence skills = ReviewCadence.everyIterations("skills", 10, "skill_manage");
  private String threadId = "";
  private Codex codex;
  private CodexConversation conversation;

  private HostedAgent(Path folder, Path yaml) {
    this.folder = folder;
    this.yaml = yaml;
  }

  public static void main(String[] args) {
    new HostedAgent(Path.of(args[0]), Path.of(args[1])).chat();
  }

  private void chat() {
    RuntimeSwitch runtime =
        RuntimeSwitch.builder(
                RuntimeSwitch.Store.of(yaml),
                () -> CodexExecutable.locate(codexOptions).version().toString(),
                this::migrate)
            .turnRuns(() -> conversation != null && conversation.busy())
            .evict(this::evict)
            .build();
    while (in.hasNextLine()) {
      String line = in.nextLine();
      if (line.startsWith("/codex-runtime")) {
        System.out.println(runtime.apply(line.substring("/codex-runtime".length())).message());
      } else if (!line.isBlank()) {
        history.add(new Message.User(line)); // before the turn, and nowhere else
        String answer =
            runtime.current() == HostRuntime.CODEX_APP_SERVER
                ? conversation().run(line, false).finalResponse()
                : ownLoop();
        System.out.println("agent: " + answer);
      }
    }
    evict();
  }

  private String ownLoop() {
    history.add(new Message.Assistant("(my own loop)", List.of(), ""));
    return "(my own loop)";
  }

  // --- Codex

  private MigrationReport migrate() {
    MigrationOptions options =
        MigrationOptions.builder(codexHome)
            .hostName("example")
            .verifier(CodexVerifier.of(codexOptions))
            .build();
    return new Migrator(options).migrate(HostConfig.read(yaml));
  }

  private CodexConversation conversation() {
    if (conversation == null) {
      codex = Codex.launch(codexOptions);
      conversation =
          CodexConversation.builder(this, SessionOpener.of(codex, this::sessionOptions))
              .resume(threadId)
              .reviews(skills)
              .build();
    }
    return conversation;
  }

  private SessionOptions.Builder sessionOptions() {
    return SessionOptions.builder().cwd(folder).approvals(ApprovalHandler.of(this::decide));
  }

  private ApprovalDecision decide(ApprovalRequest request) {
    System.out.println(String.join("\n", ApprovalText.lines(request)));
    return ApprovalDecision.ofHostChoice(in.nextLine()); // once, session or deny
  }

  /** Codex reads its configuration when it starts: after a switch another one is needed. */
  private void evict() {
    if (conversation != null) {
      conversation.close();
      codex.close();
      conversation = null;
    }
  }

  // --- what the conversation asks and tells

  @Override
  public HostDisplay display() {
    return this;
  }

  @Override
  public void append(List<Message> rows) {
    history.addAll(rows);
  }

  @Override
  public List<Message> history() {
    return history;
  }

  @Override
  public void threadChanged(String id) {
    threadId = id; // an agent that outlives its process stores it
  }

  @Override
  public void spawnReview(ReviewRequest request) {
    System.out.println("(review of " + request.messagesSnapshot().size() + " messages)");
  }

  // --- the display

  @Override
  public void toolStarted(String id, String name, String preview, JsonNode args) {
    System.out.println("> " + name + " " + preview);
  }

  @Override
  public void toolCompleted(
      String id, String name, Optional<Duration> duration, boolean isError, String result) {
    System.out.println((isError ? "x " : "< ") + name);
  }
}

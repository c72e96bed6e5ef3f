package dev.talaria.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.approval.ApprovalText;
import dev.talaria.base.ScratchFiles;
import dev.talaria.base.VisibleText;
import dev.talaria.cli.codex.CodexInstaller;
import dev.talaria.cli.durable.DurableDemo;
import dev.talaria.cli.process.ConsoleCommand;
import dev.talaria.cli.terminal.Durations;
import dev.talaria.cli.terminal.Terminal;
import dev.talaria.cli.terminal.VisibleWriter;
import dev.talaria.cli.transcript.TranscriptText;
import dev.talaria.cli.turn.TurnPrinter;
import dev.talaria.cli.turn.TurnsCommand;
import dev.talaria.codex.CodexExecutable;
import dev.talaria.codex.CodexNotFoundException;
import dev.talaria.codex.CodexOptions;
import dev.talaria.codex.CodexVersionException;
import dev.talaria.codex.process.ScratchFolder;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.fixtures.model.ScriptedModel;
import dev.talaria.protocol.v2.AskForApproval;
import dev.talaria.protocol.v2.SandboxMode;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.TurnInput;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code talaria demo}: two turns on the real Codex, with a scripted model in place of a login. */
@Command(
    name = "demo",
    description = {
      "Runs two turns on the real Codex in a scratch workspace and checks what they did.",
      "Without --live, a scripted model answers, so the demo needs neither a login"
          + " nor a network. Codex itself is installed with npm if it is missing.",
      "With --durable, one run survives the death of its worker and of its engine, a"
          + " Restate server, which is also installed with npm.",
      "With a COMMAND, that program runs in place of the two turns, and Codex in it has a scripted"
          + " model: it calls 'ls', asks before it writes a file if the prompt says 'write', and"
          + " calls the tool 'stock' if there is one. Example: talaria demo -- bash"
    })
final class DemoCommand extends ConsoleCommand {

  /** The file that both turns work on, in the scratch workspace. */
  private static final String FILE = "note.txt";

  /** What the file holds at the end. */
  private static final String EXPECTED = "Talaria was here.\nCodex patched this line.\n";

  private static final String FIRST = "Talaria was here.\nThis line waits for a patch.\n";

  /** One prompt for each turn; they also suit a real model. */
  private static final List<String> PROMPTS =
      List.of(
          "Create "
              + FILE
              + " with exactly two lines, 'Talaria was here.' and 'This line waits for a patch.',"
              + " with one shell command that also prints the file. Ask for approval (escalated"
              + " permissions), because the sandbox is read-only.",
          "Use apply_patch to replace the second line of "
              + FILE
              + " by 'Codex patched this line.'");

  @Option(names = "--json", description = "Prints one JSON document on standard output.")
  private boolean json;

  @Option(names = "--keep", description = "Keeps the scratch workspace and prints its path.")
  private boolean keep;

  @Option(names = "--live", description = "Uses your own Codex login and model instead.")
  private boolean live;

  @Option(
      names = "--durable",
      description = "Shows a run that survives kill -9 of its worker and its engine.")
  private boolean durable;

  @Parameters(
      arity = "0..*",
      paramLabel = "COMMAND",
      description = "A program of yours with its arguments, behind '--'.")
  private List<String> command = List.of();

  private final List<ObjectNode> approvals = new CopyOnWriteArrayList<>();
  private final List<TurnResult> turns = new ArrayList<>();
  private Duration found;
  private Duration opened;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (durable && live) {
      throw misuse("--durable has its own model; leave --live out");
    } else if (!command.isEmpty() && (durable || live || json || keep)) {
      throw misuse("a COMMAND runs in place of the demo; leave the demo's options out");
    } else if (!command.isEmpty()
        && !spec.commandLine().getParseResult().originalArgs().contains("--")) {
      throw misuse("'" + command.get(0) + "' is not an option; a COMMAND stands behind '--'");
    }
    long start = System.nanoTime();
    CodexExecutable codex = findOrInstall();
    if (!command.isEmpty()) {
      return DemoProgram.run(codex, command);
    }
    found = since(start);
    ScratchFolder scratch = ScratchFolder.create("talaria-demo-");
    Path workspace = scratch.path();
    if (keep) {
      ScratchFiles.keep(workspace);
    }
    try {
      if (durable) {
        return runDurable(codex, workspace);
      }
      CodexOptions.Builder options = CodexOptions.builder().executable(codex.path());
      if (live) {
        return run(codex, options.build(), workspace);
      }
      try (ScriptedModel model = ScriptedModel.start(script());
          ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
        options.codexHome(home.path()).environment(home.isolatedEnvironment());
        return run(codex, options.build(), workspace);
      }
    } finally {
      if (keep) {
        say("Kept the workspace: " + workspace);
      } else {
        scratch.close();
      }
    }
  }

  private int runDurable(CodexExecutable codex, Path workspace)
      throws IOException, InterruptedException {
    DurableDemo demo = new DurableDemo(workspace, this::say);
    boolean good = demo.run(codex);
    if (json) {
      print(demo.document());
    } else {
      out().println(good ? "OK: the work is done, and once." : "FAILED: see above.");
      out().flush();
    }
    return good ? FINE : FAILED;
  }

  private CodexExecutable findOrInstall() throws InterruptedException {
    try {
      return CodexExecutable.locate(CodexOptions.defaults());
    } catch (CodexNotFoundException | CodexVersionException e) {
      say("No usable Codex was found; the demo gets one of its own.");
      Path pinned = CodexInstaller.pinned(line -> say("  " + VisibleText.of(line)));
      return CodexExecutable.locate(CodexOptions.builder().executable(pinned).build());
    }
  }

  private int run(CodexExecutable codex, CodexOptions options, Path workspace) throws IOException {
    say("Codex " + codex.version() + ", " + codex.path());
    say("Workspace " + workspace + (live ? "" : ", scripted model (no login, no network)"));
    SessionOptions sessionOptions =
        SessionOptions.builder()
            .cwd(workspace)
            .sandbox(SandboxMode.READ_ONLY)
            .approvalPolicy(AskForApproval.Name.ON_REQUEST)
            .approvals(ApprovalHandler.of(this::allow))
            .turnTimeout(Duration.ofMinutes(live ? 5 : 1))
            .build();
    long launch = System.nanoTime();
    try (Codex running = Codex.launch(options);
        CodexSession session = running.openSession(sessionOptions)) {
      opened = since(launch);
      for (String prompt : PROMPTS) {
        say("");
        say("Turn " + (turns.size() + 1));
        TurnResult turn = session.runTurn(TurnInput.of(prompt), new TurnPrinter(err(), true));
        turns.add(turn);
        if (turn.status() != TurnStatus.COMPLETED) {
          say(
              "  "
                  + (turn.error() == null
                      ? "no reason was given"
                      : VisibleText.of(turn.error().message())));
          break;
        }
      }
    }
    Path file = workspace.resolve(FILE);
    String content = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
    boolean good =
        turns.size() == PROMPTS.size()
            && turns.stream().allMatch(turn -> turn.status() == TurnStatus.COMPLETED)
            && content.equals(EXPECTED);
    if (json) {
      printJson(codex, content, good);
    } else {
      printTable(content, good);
    }
    return good ? FINE : FAILED;
  }

  private ApprovalDecision allow(ApprovalRequest request) {
    approvals.add(
        JsonNodeFactory.instance
            .objectNode()
            .put("kind", request.getClass().getSimpleName())
            .put("question", ApprovalText.headline(request))
            .put("decision", "allow"));
    return ApprovalDecision.allow();
  }

  private void printTable(String content, boolean good) {
    PrintWriter out = out();
    TranscriptText table =
        new TranscriptText(VisibleWriter.raw(out), Terminal.width(), Terminal.colours());
    out.println();
    turns.forEach(turn -> turn.messages().forEach(table::message));
    out.println();
    out.println("  find Codex     " + Durations.show(found));
    out.println("  start session  " + Durations.show(opened));
    for (int i = 0; i < turns.size(); i++) {
      out.println("  turn " + (i + 1) + "         " + Durations.show(turns.get(i).duration()));
    }
    out.println();
    out.println(
        good
            ? "OK: " + FILE + " is as it should be."
            : "FAILED: " + FILE + " is not as it should be:\n" + content);
    out.flush();
  }

  private void printJson(CodexExecutable codex, String content, boolean good) {
    ObjectNode document = JsonNodeFactory.instance.objectNode().put("ok", good);
    document
        .putObject("codex")
        .put("path", codex.path().toString())
        .put("version", codex.version().toString());
    document.putArray("approvals").addAll(approvals);
    var list = document.putArray("turns");
    turns.forEach(turn -> list.add(TurnsCommand.json(turn)));
    document
        .putObject("file")
        .put("name", FILE)
        .put("content", content)
        .put("asExpected", content.equals(EXPECTED));
    document
        .putObject("timingsMs")
        .put("findCodex", found.toMillis())
        .put("startSession", opened.toMillis());
    print(document);
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }

  /** The model's side of both turns. */
  private static ModelScript script() {
    return ModelScript.builder()
        .reply(
            OutputItem.reasoning("The sandbox is read-only, so I must ask before I write."),
            OutputItem.call(
                "exec_command",
                Map.of(
                    "cmd",
                        "printf '" + FIRST.replace("\n", "\\n") + "' > " + FILE + " && cat " + FILE,
                    "sandbox_permissions", "require_escalated",
                    "justification", "The demo writes one file into its scratch workspace.")))
        .respond(
            request ->
                Reply.text(
                    request.json().contains("This line waits for a patch.")
                        ? "I wrote " + FILE + " and read it back: two lines."
                        : "The file could not be written."))
        .reply(
            OutputItem.applyPatch(
                "*** Begin Patch\n*** Update File: "
                    + FILE
                    + "\n@@\n Talaria was here.\n-This line waits for a patch.\n"
                    + "+Codex patched this line.\n*** End Patch"))
        .text("I patched the second line of " + FILE + ".")
        .build();
  }
}

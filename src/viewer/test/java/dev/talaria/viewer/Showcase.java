package dev.talaria.viewer;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.approval.AuditFile;
import dev.talaria.codex.CodexOptions;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelRequest;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.fixtures.model.ScriptedMcpServer;
import dev.talaria.fixtures.model.ScriptedModel;
import dev.talaria.fixtures.model.Usage;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A session on the real Codex that has something of most kinds, recorded and stored. */
public final class Showcase implements AutoCloseable {

  public static final String ANSWER =
      """
      ## Done

      - a blank name is greeted without a comma
      - `GreeterTest` covers it

      ```java
      return name.isBlank() ? "Hello" : "Hello, " + name;
      ```

      | file | change |
      |---|---|
      | `Greeter.java` | one line |
      | `GreeterTest.java` | new |
      """;

  private static final String PATCH =
      """
      *** Begin Patch
      *** Update File: Greeter.java
      @@
         String greet(String name) {
      -    return "Hello, " + name;
      +    return name.isBlank() ? "Hello" : "Hello, " + name;
         }
      *** Add File: GreeterTest.java
      +class GreeterTest {
      +  void a_blank_name() {
      +    assertEquals("Hello", new Greeter().greet(" "));
      +  }
      +}
      *** Delete File: old.txt
      *** End Patch""";

  private static final String TESTS =
      "printf '\\033[32mPASS\\033[0m GreeterTest\\n\\033[31mFAIL\\033[0m ShopTest\\n';"
          + " for i in $(seq 1 60); do echo \"  case $i\"; done; exit 3";

  private static final Usage USAGE = new Usage(52_000, 31_000, 640, 210, 52_640);

  public final Path recording;
  public final Path audit;
  public final String threadId;
  public final Codex codex;
  private final ScriptedModel model;
  private final ScratchCodexHome home;

  public Showcase(Path folder) throws IOException, InterruptedException {
    Path workspace = Files.createDirectory(folder.resolve("greeter")).toRealPath();
    Files.writeString(
        workspace.resolve("Greeter.java"),
        "class Greeter {\n  String greet(String name) {\n    return \"Hello, \" + name;\n  }\n}\n");
    Files.writeString(workspace.resolve("old.txt"), "no longer used\n");
    model = ScriptedModel.start(script());
    List<String> server = ScriptedMcpServer.commandLine();
    home =
        ScratchCodexHome.builder(model.baseUrl())
            .feature("multi_agent", true)
            .mcpServer(
                "srv",
                Map.of(
                    "command", server.get(0),
                    "args", server.subList(1, server.size()),
                    "required", true))
            .create();
    recording = folder.resolve("greeter.jsonl");
    codex =
        Codex.launch(
            CodexOptions.builder()
                .executable(PinnedCodex.selected().executable())
                .codexHome(home.path())
                .environment(home.isolatedEnvironment())
                .recordTo(recording)
                .build());
    ApprovalHandler allow = ApprovalHandler.of(request -> ApprovalDecision.allow());
    audit = folder.resolve("audit.jsonl");
    SessionOptions.Builder options = SessionOptions.builder().cwd(workspace).approvals(allow);
    try (AuditFile decided = AuditFile.open(audit);
        CodexSession session = codex.openSession(options.audit(decided).build())) {
      threadId = session.threadId();
      session.runTurn("Fix the greeter: a **blank** name is greeted with a comma.");
      session.compact().await();
      session.runTurn("Anything else?");
    }
  }

  private static ModelScript script() {
    return ModelScript.builder()
        .when("Fix the greeter")
        .reply(
            Reply.of(
                    OutputItem.reasoning(
                        "**Reading the code**\n\nThe comma comes from `greet`.",
                        "One line is enough."),
                    OutputItem.text("I look at `Greeter.java` first."),
                    OutputItem.command("cat Greeter.java; ls"))
                .usage(USAGE))
        .when("\"call_1_3\"")
        .reply(Reply.of(OutputItem.applyPatch(PATCH)).usage(USAGE))
        .when("\"call_2_1\"")
        .reply(Reply.of(OutputItem.escalatedCommand(TESTS)).usage(USAGE))
        .when("\"call_3_1\"")
        .reply(OutputItem.call("say", Map.of("text", "hi")).inNamespace("mcp__srv"))
        .when("\"call_4_1\"")
        .reply(agents("spawn_agent", Map.of("message", "child work: look at ShopTest")))
        .when("\"call_5_1\"")
        .respond(
            request -> Reply.of(agents("wait_agent", Map.of("targets", List.of(agent(request))))))
        .when("child work")
        .text("`ShopTest` fails for another reason: its **clock** stands still.")
        .reply(Reply.of(OutputItem.text(ANSWER)).usage(USAGE))
        .text("The history in a few words.")
        .text("No, that is *all*.")
        .build();
  }

  private static OutputItem agents(String tool, Map<String, ?> arguments) {
    return OutputItem.call(tool, arguments).inNamespace("multi_agent_v1");
  }

  private static String agent(ModelRequest request) {
    Matcher id =
        Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}")
            .matcher(request.outputOf("call_5_1").orElse(""));
    return id.find() ? id.group() : "unknown";
  }

  /** The file in which Codex keeps the thread. */
  public Path rollout() throws IOException {
    try (Stream<Path> files = Files.walk(home.path().resolve("sessions"))) {
      return files.filter(file -> file.toString().contains(threadId)).findFirst().orElseThrow();
    }
  }

  @Override
  public void close() throws IOException {
    codex.close();
    model.close();
    home.close();
  }
}

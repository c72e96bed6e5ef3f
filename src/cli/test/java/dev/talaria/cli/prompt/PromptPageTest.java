package dev.talaria.cli.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.approval.Questions;
import dev.talaria.protocol.PatchChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The captures in docs/approvals-prompt.md are what the prompt shows. */
@Timeout(60)
class PromptPageTest {

  private static final ApprovalRequest COMMAND =
      new ApprovalRequest.Command(
          Questions.origin("item/commandExecution/requestApproval"),
          ApprovalRequest.CommandKind.RUN,
          "/bin/bash -lc \"printf 'one\\\\ntwo\\\\n' > note.txt && cat note.txt\"",
          "/tmp/notes",
          List.of(),
          Optional.empty(),
          MissingNode.getInstance(),
          List.of("/bin/bash", "-lc", "printf 'one\\ntwo\\n' > note.txt && cat note.txt"),
          List.of(),
          Set.of(),
          "Write the note that was asked for.",
          MissingNode.getInstance());

  private static final ApprovalRequest PATCH =
      new ApprovalRequest.FileChange(
          Questions.origin("item/fileChange/requestApproval"),
          List.of(
              change("note.txt", "update", "@@ -1,2 +1,2 @@\\n one\\n-two\\n+three\\n"),
              change("todo.txt", "add", "milk\\n")),
          "",
          "",
          MissingNode.getInstance());

  private static PatchChange change(String file, String kind, String diff) {
    return new PatchChange(
        Questions.json(
            "{\"path\":\"/tmp/notes/%s\",\"kind\":{\"type\":\"%s\"},\"diff\":\"%s\"}"
                .formatted(file, kind, diff)));
  }

  private static final ApprovalRequest FORM =
      Questions.elicitation(
          "srv",
          "form",
          "{\"type\":\"object\",\"properties\":{\"age\":{\"type\":\"integer\"},"
              + "\"name\":{\"type\":\"string\"}},\"required\":[\"name\"]}");

  private static String shown(ApprovalRequest request) {
    try (Typist typist = new Typist(80, 24, "xterm", false)) {
      var answer = CompletableFuture.supplyAsync(() -> typist.prompt.decide(request));
      typist.awaits("[c]ancel > ");
      String screen = typist.screen();
      typist.type("d");
      answer.join().toCompletableFuture().join();
      return screen.lines().map(String::stripTrailing).collect(Collectors.joining("\n")).strip();
    }
  }

  @Test
  void the_page_shows_what_the_prompt_shows() throws IOException {
    String page =
        Files.readString(Path.of(System.getProperty("talaria.root"), "docs/approvals-prompt.md"));
    List<String> blocks =
        Pattern.compile("```\n(.*?)\n```", Pattern.DOTALL)
            .matcher(page)
            .results()
            .map(block -> block.group(1))
            .toList();
    assertEquals(List.of(shown(COMMAND), shown(PATCH), shown(FORM)), blocks);
  }
}

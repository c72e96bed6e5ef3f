package dev.talaria.cli;

import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import java.util.List;
import java.util.Map;

/** What the demo asks of Codex, and what its scripted model says to it. */
final class DemoScript {

  /** The file that both turns work on, in the scratch workspace. */
  static final String FILE = "note.txt";

  /** What the file holds at the end. */
  static final String EXPECTED = "Talaria was here.\nCodex patched this line.\n";

  private static final String FIRST = "Talaria was here.\nThis line waits for a patch.\n";

  /** One prompt for each turn; they also suit a real model. */
  static final List<String> PROMPTS =
      List.of(
          "Create "
              + FILE
              + " with exactly two lines, 'Talaria was here.' and 'This line waits for a patch.',"
              + " with one shell command that also prints the file. Ask for approval (escalated"
              + " permissions), because the sandbox is read-only.",
          "Use apply_patch to replace the second line of "
              + FILE
              + " by 'Codex patched this line.'");

  private DemoScript() {}

  /** The model's side of both turns. */
  static ModelScript script() {
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

package dev.talaria.cli.threads;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.base.Redaction;
import dev.talaria.base.VisibleText;
import dev.talaria.cli.terminal.Terminal;
import dev.talaria.rpc.RpcException;
import dev.talaria.session.CodexThreads;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code talaria threads delete}: takes threads off the disk, after a person's consent. */
@Command(
    name = "delete",
    description = {
      "Deletes threads from the disk. This cannot be undone. Needs Codex 0.140.0 or newer.",
      "Codex refuses to delete a thread that a copy refers to: delete the copy first."
    },
    footer = {"", "Exit codes: 0 deleted, 1 one was not, 2 misuse, 3 Codex missing or too old."})
final class ThreadsDeleteCommand extends ThreadCommand {

  @Parameters(
      arity = "1..*",
      paramLabel = "ID",
      description = "The ids of the threads, as printed by 'talaria threads list'.")
  private List<String> ids;

  @Option(
      names = "--yes",
      description = "Does not ask for confirmation. Required if there is no terminal.")
  private boolean yes;

  @Override
  public Integer call() {
    if (!yes && (json || !Terminal.interactive())) {
      throw misuse("deleting cannot be undone; without a terminal, confirm it with --yes");
    }
    return super.call();
  }

  @Override
  int run(CodexThreads threads) {
    ObjectNode document = JSON.createObjectNode();
    ArrayNode deleted = document.putArray("deleted");
    ArrayNode failed = document.putArray("failed");
    for (String id : ids) {
      try {
        if (!yes && !agreed(title(threads.read(id)), id)) {
          failed.addObject().put("id", id).put("message", "declined");
          continue;
        }
        threads.delete(id);
        deleted.add(id);
        if (!json) {
          out().println(id);
          out().flush();
        }
      } catch (RpcException e) {
        String message = Redaction.redact(e.getMessage());
        failed.addObject().put("id", id).put("message", message);
        say("talaria: " + VisibleText.onOneLine(id) + ": " + VisibleText.of(message));
      }
    }
    if (json) {
      print(document);
    }
    return failed.isEmpty() ? FINE : FAILED;
  }

  private static boolean agreed(String title, String id) {
    return Terminal.agrees("Delete '%s' (%s)? It cannot be undone.".formatted(title, id));
  }
}

package dev.talaria.cli.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.base.VisibleText;
import dev.talaria.cli.codex.ConnectedCommand;
import dev.talaria.protocol.v2.SkillErrorInfo;
import dev.talaria.protocol.v2.SkillMetadata;
import dev.talaria.protocol.v2.SkillsListEntry;
import dev.talaria.session.Codex;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code talaria skills}: the skills that a session in a directory has. */
@Command(
    name = "skills",
    description = {
      "Lists the skills that Codex finds for a directory: whether they are on, where"
          + " they come from, and their purpose.",
      "Files that cannot be read are named on standard error."
    },
    footer = {"", "Exit codes: 0 fine, 1 Codex refused, 2 misuse, 3 Codex missing or too old."})
public final class SkillsCommand extends ConnectedCommand {

  private static final int LONGEST = 100;

  @Option(
      names = "--cwd",
      paramLabel = "DIR",
      description = "The directory. Default: the current one.")
  private Path cwd = Path.of("");

  @Override
  protected int run(Codex codex) {
    for (SkillsListEntry entry : codex.skills().list(cwd.toAbsolutePath().normalize())) {
      if (json) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("cwd", entry.cwd());
        ArrayNode skills = document.putArray("skills");
        entry.skills().forEach(skill -> skills.add(skill.json()));
        ArrayNode errors = document.putArray("errors");
        entry.errors().forEach(error -> errors.add(error.json()));
        print(document);
        return FINE;
      }
      for (SkillMetadata skill : entry.skills()) {
        String line =
            "%-3s  %-6s  %-24s  %s"
                .formatted(
                    skill.enabled() ? "on" : "off",
                    skill.scope().name().toLowerCase(Locale.ROOT),
                    skill.name(),
                    VisibleText.onOneLine(skill.description(), LONGEST));
        out().println(VisibleText.onOneLine(line));
      }
      out().flush();
      for (SkillErrorInfo error : entry.errors()) {
        say(VisibleText.onOneLine(error.path() + ": " + error.message()));
      }
    }
    return FINE;
  }
}

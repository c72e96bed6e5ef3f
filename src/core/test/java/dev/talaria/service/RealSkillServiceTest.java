package dev.talaria.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.protocol.v2.HookMetadata;
import dev.talaria.protocol.v2.HooksListEntry;
import dev.talaria.protocol.v2.SkillMetadata;
import dev.talaria.protocol.v2.SkillScope;
import dev.talaria.protocol.v2.SkillsListEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Skills and hooks that the real Codex finds. */
@Timeout(120)
class RealSkillServiceTest {

  @TempDir Path folder;

  private static SkillMetadata skill(SkillsListEntry entry, String name) {
    return entry.skills().stream().filter(s -> s.name().equals(name)).findAny().orElseThrow();
  }

  private static Path write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  @Test
  void a_skill_of_a_project_is_found_and_switched_off() throws Exception {
    Path project = folder.toRealPath();
    Files.createDirectories(project.resolve(".git"));
    Path file =
        write(
            project.resolve(".agents/skills/count-birds/SKILL.md"),
            "---\nname: count-birds\ndescription: Counts birds.\n---\nCount them.\n");
    write(project.resolve(".agents/skills/broken/SKILL.md"), "---\nname: [\n---\n");
    try (ServiceLab lab = ServiceLab.start()) {
      SkillsListEntry found = lab.codex.skills().list(project).get(0);
      assertEquals(project.toString(), found.cwd());
      SkillMetadata skill = skill(found, "count-birds");
      assertEquals("Counts birds.", skill.description());
      assertEquals(file.toString(), skill.path());
      assertEquals(SkillScope.REPO, skill.scope());
      assertTrue(skill.enabled());
      assertTrue(found.errors().get(0).path().endsWith("broken/SKILL.md"));
      lab.codex.skills().enable(skill.path(), false);
      assertFalse(skill(lab.codex.skills().list(project).get(0), "count-birds").enabled());
      assertTrue(lab.config().contains(file.toString()), lab.config());
      lab.codex.skills().enable(skill.path(), true);
      assertTrue(skill(lab.codex.skills().list(project).get(0), "count-birds").enabled());
      assertEquals(2, lab.codex.skills().list(project, lab.home.path()).size());
    }
  }

  @Test
  void a_hook_of_the_user_is_found() throws Exception {
    try (ServiceLab lab = ServiceLab.start()) {
      write(
          lab.home.path().resolve("hooks.json"),
          """
          {"hooks":{"PreToolUse":[{"matcher":"Bash","hooks":[
            {"type":"command","command":"echo before"}]}]}}
          """);
      HooksListEntry found = lab.codex.skills().hooks(folder.toRealPath()).get(0);
      HookMetadata.Command hook =
          assertInstanceOf(HookMetadata.Command.class, found.hooks().get(0));
      assertEquals("echo before", hook.command());
    }
  }
}

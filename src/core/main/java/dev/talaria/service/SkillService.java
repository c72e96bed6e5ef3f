package dev.talaria.service;

import dev.talaria.protocol.v2.HooksListEntry;
import dev.talaria.protocol.v2.HooksListParams;
import dev.talaria.protocol.v2.Methods;
import dev.talaria.protocol.v2.SkillsConfigWriteParams;
import dev.talaria.protocol.v2.SkillsListEntry;
import dev.talaria.protocol.v2.SkillsListParams;
import java.nio.file.Path;
import java.util.List;

/** The skills and hooks that Codex finds for a directory. */
public final class SkillService {

  private final TypedCalls calls;

  /**
   * On a connection.
   *
   * @param calls such as a {@code Codex}
   */
  public SkillService(TypedCalls calls) {
    this.calls = calls;
  }

  /**
   * {@return the skills, and what could not be read, for each directory}
   *
   * @param cwds where sessions are to run; none stands for Codex's own directory
   */
  public List<SkillsListEntry> list(Path... cwds) {
    return calls
        .call(Methods.SKILLS_LIST, SkillsListParams.of().cwds(texts(cwds)).forceReload(true))
        .data();
  }

  /**
   * Switches a skill on or off, in the user's configuration.
   *
   * @param path the skill's file, as {@link #list} gives it
   * @param enabled whether a session may use it
   */
  public void enable(String path, boolean enabled) {
    calls.call(Methods.SKILLS_CONFIG_WRITE, SkillsConfigWriteParams.of(enabled).path(path));
  }

  /**
   * {@return the hooks, and what could not be read, for each directory}
   *
   * @param cwds where sessions are to run; none stands for Codex's own directory
   */
  public List<HooksListEntry> hooks(Path... cwds) {
    return calls.call(Methods.HOOKS_LIST, HooksListParams.of().cwds(texts(cwds))).data();
  }

  private static List<String> texts(Path... paths) {
    return List.of(paths).stream().map(Path::toString).toList();
  }
}

package dev.talaria.host;

import java.util.Set;

/**
 * What a display gets of a turn. Immutable.
 *
 * @param showCommentary whether each complete message is shown, and not only the final response
 * @param ownServers the MCP servers in which the host serves its own tools: those are shown by
 *     their bare names
 */
public record DisplayOptions(boolean showCommentary, Set<String> ownServers) {

  /** Commentary is shown; the host's tools are those of a migration with the default names. */
  public static final DisplayOptions DEFAULTS = new DisplayOptions(true, Set.of("talaria-tools"));

  /**
   * Copies the names.
   *
   * @param showCommentary whether each complete message is shown
   * @param ownServers empty for none
   */
  public DisplayOptions {
    ownServers = Set.copyOf(ownServers);
  }
}

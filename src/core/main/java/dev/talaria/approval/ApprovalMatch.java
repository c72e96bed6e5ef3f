package dev.talaria.approval;

import dev.talaria.approval.policy.BasicMatch;
import dev.talaria.approval.policy.CommandMatch;
import dev.talaria.approval.policy.PartMatch;
import dev.talaria.approval.policy.PathMatch;
import dev.talaria.approval.policy.ToolMatch;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Selects the approval requests to which a rule applies. Immutable and free of side effects, but
 * that {@link #pathsUnder} looks at the file system; safe for use by many threads.
 *
 * <p>A match reads a request in two ways. A rule that allows needs certainty: each command and each
 * path of the request must match, and what is not understood does not. A rule that denies or asks
 * needs a suspicion: one command or path that may match is enough. {@link #not} swaps the two.
 *
 * <p>A policy is not a sandbox: a program that may run can run others, and a file that may be
 * written can be run later.
 */
public final class ApprovalMatch {

  private final PartMatch match;

  private ApprovalMatch(PartMatch match) {
    this.match = match;
  }

  PartMatch ofParts() {
    return match;
  }

  /** {@return what matches, in a few words such as {@code commands that begin with: git status}} */
  public String describe() {
    return match.describe();
  }

  @Override
  public String toString() {
    return describe();
  }

  /**
   * {@return a match of requests of these kinds}
   *
   * <p>To an allowing rule a command counts only if it is run or typed in the ordinary way: not
   * with permissions of its own, not if Codex wants a person's decision for this once, and not if
   * it is of a later Codex's kind.
   *
   * @param first a kind
   * @param more other kinds; any of them matches
   */
  public static ApprovalMatch kind(ApprovalKind first, ApprovalKind... more) {
    Set<ApprovalKind> kinds = new TreeSet<>(Arrays.asList(more));
    kinds.add(first);
    return new ApprovalMatch(BasicMatch.ofKind(kinds));
  }

  /**
   * {@return a match of commands that begin with these words, such as {@code git}, {@code status}}
   *
   * <p>To an allowing rule every simple command of the script counts, and the script must consist
   * of plain words, quoted literals and {@code && || ; |} only; several rules of one policy may
   * cover the parts together. The words must be equal: {@code git} is not {@code /opt/git}. It says
   * nothing about the arguments that follow, so allow only what is harmless with all of them.
   *
   * <p>A denying rule looks for the words in anything that the script may run, also through {@code
   * sudo}, {@code env}, {@code bash -c}, substitutions or a path such as {@code /bin/rm}. It also
   * matches what is not surely understood: a text that is longer than 16,384 characters, a program
   * whose name is made at run time, {@code eval} of such a text, {@code | sh}, code in {@code
   * python -c}; and a word that is made at run time may be any word of the prefix behind the name.
   * It does not see options between the words ({@code git -C x push}), nor what a program or a file
   * does that runs under another name: it keeps an agent from mistakes and does not hold an
   * attacker.
   *
   * @param words the program's name and the arguments after it, each whole and without quotes
   * @throws IllegalArgumentException if there is no word, or the first is blank
   */
  public static ApprovalMatch commandPrefix(String... words) {
    return new ApprovalMatch(CommandMatch.ofPrefix(List.of(words)));
  }

  /**
   * {@return a match of commands whose script matches a pattern: all of it for an allowing rule}
   * For one that denies or asks any part of it, or one of its commands without quotes; and, as with
   * {@link #commandPrefix}, a script that is not surely understood.
   *
   * <p>The script is what the shell gets, such as {@code git status && ls}. Mind that {@code .*}
   * matches {@code ; rm -rf x} too: {@link #commandPrefix} is the safer way to allow.
   *
   * @param pattern the pattern; it decides about case and lines by its own flags
   */
  public static ApprovalMatch commandPattern(Pattern pattern) {
    return new ApprovalMatch(CommandMatch.ofPattern(pattern));
  }

  /**
   * {@return a match of file changes and permissions under a folder}
   *
   * <p>To an allowing rule every path counts (also where a file is moved to, and the folder that
   * would be granted), absolute, as it is written and as the links on it lead now; permissions must
   * ask for paths only. For a denying rule one path is enough, and what cannot be judged counts as
   * under the folder: no path, a relative one, a grant for a folder around it, a pattern.
   *
   * @param root the folder; taken as absolute when the match is made
   */
  public static ApprovalMatch pathsUnder(Path root) {
    return new ApprovalMatch(PathMatch.under(root));
  }

  /**
   * {@return a match of the tools and elicitations of an MCP server}
   *
   * @param name the server's name in Codex's configuration; not blank
   */
  public static ApprovalMatch mcpServer(String name) {
    return new ApprovalMatch(ToolMatch.ofServer(name));
  }

  /**
   * {@return a match of the tools of an MCP server whose name matches, with {@code *} for any
   * characters and {@code ?} for one} Before 0.169.0 Codex does not always name the tool: only
   * {@code *} allows such a one.
   *
   * @param server the server's name in Codex's configuration; not blank
   * @param tool the pattern for the tool's name, which must match as a whole; not blank
   */
  public static ApprovalMatch mcpTool(String server, String tool) {
    return new ApprovalMatch(ToolMatch.named(server, tool));
  }

  /**
   * {@return a match of MCP tools of which the server says that they change nothing: a hint of the
   * server, not a promise} Codex does not ask for most of them.
   */
  public static ApprovalMatch readOnlyHint() {
    return new ApprovalMatch(ToolMatch.readOnly());
  }

  /**
   * {@return a match of network access to a host, in any case and without the dot at the end;
   * {@code *.example.com} are the hosts below it and not itself, {@code *} is every host}
   *
   * <p>A request for all of the network is allowed by none of these, but denied by each.
   *
   * @param host the host's name without a port; {@code *} stands alone or before the first dot
   * @throws IllegalArgumentException if it is not of that form
   */
  public static ApprovalMatch networkHost(String host) {
    return new ApprovalMatch(BasicMatch.ofHost(host));
  }

  /** {@return a match of requests that sub-agents make} */
  public static ApprovalMatch subAgent() {
    return new ApprovalMatch(BasicMatch.ofSubAgents());
  }

  /**
   * {@return a match of what matches both}
   *
   * @param other the other match
   */
  public ApprovalMatch and(ApprovalMatch other) {
    return new ApprovalMatch(match.and(other.match));
  }

  /**
   * {@return a match of what matches one of them or both}
   *
   * @param other the other match
   */
  public ApprovalMatch or(ApprovalMatch other) {
    return new ApprovalMatch(match.or(other.match));
  }

  /**
   * {@return a match of what does not match: to an allowing rule what certainly does not, among the
   * requests that each match in it is about} So {@code not(pathsUnder(x))} allows paths elsewhere,
   * and no command. {@link #kind} and {@link #subAgent} are about all requests.
   *
   * @param match the match to turn around
   */
  public static ApprovalMatch not(ApprovalMatch match) {
    return new ApprovalMatch(match.match.negated());
  }
}

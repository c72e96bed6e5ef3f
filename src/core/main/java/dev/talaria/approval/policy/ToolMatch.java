package dev.talaria.approval.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.approval.ApprovalRequest.Elicitation;
import dev.talaria.approval.ApprovalRequest.McpTool;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Matches about MCP servers and their tools. Pure functions. */
public final class ToolMatch {

  private ToolMatch() {}

  private static void checkName(String name, String what) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("the name of " + what + " is empty");
    }
  }

  private static boolean ofTool(ApprovalPart part) {
    return part.request() instanceof McpTool;
  }

  private static boolean ofServer(ApprovalPart part) {
    return ofTool(part) || part.request() instanceof Elicitation;
  }

  /** Tools and elicitations of a server. */
  public static PartMatch ofServer(String server) {
    checkName(server, "an MCP server");
    Predicate<ApprovalPart> match =
        part ->
            part.request() instanceof McpTool tool && server.equals(tool.server())
                || part.request() instanceof Elicitation question
                    && server.equals(question.server());
    return new PartMatch(
        "tools and elicitations of the MCP server " + server, match, match, ToolMatch::ofServer);
  }

  /** Tools of a server whose name is like this. A tool without a name may be any of them. */
  public static PartMatch named(String server, String glob) {
    checkName(server, "an MCP server");
    checkName(glob, "a tool");
    Pattern tool = pattern(glob);
    return new PartMatch(
        glob.equals("*")
            ? "tools of the MCP server " + server
            : "the tool " + glob + " of the MCP server " + server,
        part ->
            part.request() instanceof McpTool asked
                && server.equals(asked.server())
                && tool.matcher(asked.tool()).matches(),
        part ->
            part.request() instanceof McpTool asked
                && server.equals(asked.server())
                && (asked.tool().isEmpty() || tool.matcher(asked.tool()).matches()),
        ToolMatch::ofTool);
  }

  /** A pattern with {@code *} and {@code ?} as one of {@link Pattern}. */
  private static Pattern pattern(String glob) {
    String regex =
        glob.chars()
            .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
            .collect(Collectors.joining());
    return Pattern.compile(regex, Pattern.DOTALL);
  }

  /** Tools that change nothing, as their server says. */
  public static PartMatch readOnly() {
    Predicate<ApprovalPart> match =
        part -> part.request() instanceof McpTool tool && tool.readOnly();
    return new PartMatch(
        "MCP tools whose server calls them read-only", match, match, ToolMatch::ofTool);
  }

  /** Tools of the host's own servers, and their plain confirmations (Codex before 0.139). */
  public static PartMatch own(Collection<String> names) {
    Set<String> servers = new TreeSet<>(names);
    servers.forEach(server -> checkName(server, "an MCP server"));
    Predicate<ApprovalPart> match =
        part ->
            part.request() instanceof McpTool tool && servers.contains(tool.server())
                || part.request() instanceof Elicitation question
                    && servers.contains(question.server())
                    && question.mode().equals("form")
                    && nothingToFillIn(question.schema());
    return new PartMatch(
        "tools that this host itself serves: " + String.join(", ", servers),
        match,
        match,
        ToolMatch::ofServer);
  }

  private static boolean nothingToFillIn(JsonNode schema) {
    return schema.isMissingNode()
        || schema.isObject()
            && schema.path("properties").isEmpty()
            && schema.path("required").isEmpty();
  }
}

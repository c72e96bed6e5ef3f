package dev.talaria.approval.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.approval.ApprovalRequest;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Matches about MCP servers and their tools. */
public final class ToolMatch {

  private ToolMatch() {}

  private static void checkName(String name, String what) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("the name of " + what + " is empty");
    }
  }

  private static boolean ofServer(ApprovalPart part) {
    return part.request() instanceof ApprovalRequest.McpTool
        || part.request() instanceof ApprovalRequest.Elicitation;
  }

  /** A pattern with {@code *} and {@code ?} as one of {@link Pattern}. */
  private static Pattern pattern(String glob) {
    String regex =
        glob.chars()
            .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
            .collect(Collectors.joining());
    return Pattern.compile(regex, Pattern.DOTALL);
  }

  public record OfServer(String server) implements PartMatch {
    public OfServer {
      checkName(server, "an MCP server");
    }

    @Override
    public boolean covers(ApprovalPart part) {
      return touches(part);
    }

    @Override
    public boolean touches(ApprovalPart part) {
      return part.request() instanceof ApprovalRequest.McpTool tool && server.equals(tool.server())
          || part.request() instanceof ApprovalRequest.Elicitation question
              && server.equals(question.server());
    }

    @Override
    public boolean concerns(ApprovalPart part) {
      return ofServer(part);
    }

    @Override
    public String describe() {
      return "tools and elicitations of the MCP server " + server;
    }
  }

  public record Named(String server, String glob, Pattern tool) implements PartMatch {
    public Named(String server, String glob) {
      this(server, glob, pattern(glob));
      checkName(server, "an MCP server");
      checkName(glob, "a tool");
    }

    @Override
    public boolean covers(ApprovalPart part) {
      return part.request() instanceof ApprovalRequest.McpTool asked
          && server.equals(asked.server())
          && tool.matcher(asked.tool()).matches();
    }

    /** A tool without a name may be any of the server's. */
    @Override
    public boolean touches(ApprovalPart part) {
      return part.request() instanceof ApprovalRequest.McpTool asked
          && server.equals(asked.server())
          && (asked.tool().isEmpty() || tool.matcher(asked.tool()).matches());
    }

    @Override
    public boolean concerns(ApprovalPart part) {
      return part.request() instanceof ApprovalRequest.McpTool;
    }

    @Override
    public String describe() {
      return glob.equals("*")
          ? "tools of the MCP server " + server
          : "the tool " + glob + " of the MCP server " + server;
    }
  }

  public record ReadOnly() implements PartMatch {
    @Override
    public boolean covers(ApprovalPart part) {
      return touches(part);
    }

    @Override
    public boolean touches(ApprovalPart part) {
      return part.request() instanceof ApprovalRequest.McpTool tool && tool.readOnly();
    }

    @Override
    public boolean concerns(ApprovalPart part) {
      return part.request() instanceof ApprovalRequest.McpTool;
    }

    @Override
    public String describe() {
      return "MCP tools whose server calls them read-only";
    }
  }

  /** Tools of the host's own servers, and their plain confirmations (Codex before 0.139). */
  public record Own(Collection<String> servers) implements PartMatch {
    public Own {
      servers = List.copyOf(new TreeSet<>(servers));
      servers.forEach(server -> checkName(server, "an MCP server"));
    }

    @Override
    public boolean covers(ApprovalPart part) {
      return touches(part);
    }

    @Override
    public boolean touches(ApprovalPart part) {
      if (part.request() instanceof ApprovalRequest.McpTool tool) {
        return servers.contains(tool.server());
      }
      return part.request() instanceof ApprovalRequest.Elicitation question
          && servers.contains(question.server())
          && question.mode().equals("form")
          && nothingToFillIn(question.schema());
    }

    @Override
    public boolean concerns(ApprovalPart part) {
      return ofServer(part);
    }

    private static boolean nothingToFillIn(JsonNode schema) {
      return schema.isMissingNode()
          || schema.isObject()
              && schema.path("properties").isEmpty()
              && schema.path("required").isEmpty();
    }

    @Override
    public String describe() {
      return "tools that this host itself serves: " + String.join(", ", servers);
    }
  }
}

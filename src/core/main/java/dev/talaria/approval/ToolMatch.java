package dev.talaria.approval;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Matches about MCP servers and their tools. */
final class ToolMatch {

  private ToolMatch() {}

  private static String name(String name, String what) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("the name of " + what + " is empty");
    }
    return name;
  }

  private static boolean ofServer(QuestionPart part) {
    return part.request() instanceof ApprovalRequest.McpTool
        || part.request() instanceof ApprovalRequest.Elicitation;
  }

  static final class OfServer extends ApprovalMatch {
    private final String server;

    OfServer(String server) {
      this.server = name(server, "an MCP server");
    }

    @Override
    boolean covers(QuestionPart part) {
      return touches(part);
    }

    @Override
    boolean touches(QuestionPart part) {
      return part.request() instanceof ApprovalRequest.McpTool tool && server.equals(tool.server())
          || part.request() instanceof ApprovalRequest.Elicitation question
              && server.equals(question.server());
    }

    @Override
    boolean concerns(QuestionPart part) {
      return ofServer(part);
    }

    @Override
    public String describe() {
      return "tools and questions of the MCP server " + server;
    }
  }

  static final class Named extends ApprovalMatch {
    private final String server;
    private final String glob;
    private final Pattern tool;

    Named(String server, String glob) {
      this.server = name(server, "an MCP server");
      this.glob = name(glob, "a tool");
      this.tool = glob(glob);
    }

    @Override
    boolean covers(QuestionPart part) {
      return part.request() instanceof ApprovalRequest.McpTool asked
          && server.equals(asked.server())
          && tool.matcher(asked.tool()).matches();
    }

    /** A tool without a name may be any of the server's. */
    @Override
    boolean touches(QuestionPart part) {
      return part.request() instanceof ApprovalRequest.McpTool asked
          && server.equals(asked.server())
          && (asked.tool().isEmpty() || tool.matcher(asked.tool()).matches());
    }

    @Override
    boolean concerns(QuestionPart part) {
      return part.request() instanceof ApprovalRequest.McpTool;
    }

    @Override
    public String describe() {
      return glob.equals("*")
          ? "tools of the MCP server " + server
          : "the tool " + glob + " of the MCP server " + server;
    }
  }

  static final class ReadOnly extends ApprovalMatch {
    @Override
    boolean covers(QuestionPart part) {
      return touches(part);
    }

    @Override
    boolean touches(QuestionPart part) {
      return part.request() instanceof ApprovalRequest.McpTool tool && tool.readOnly();
    }

    @Override
    boolean concerns(QuestionPart part) {
      return part.request() instanceof ApprovalRequest.McpTool;
    }

    @Override
    public String describe() {
      return "MCP tools whose server calls them read-only";
    }
  }

  /** Tools of the host's own servers, and their plain confirmations (Codex before 0.139). */
  static final class Own extends ApprovalMatch {
    private final Set<String> servers;

    Own(Collection<String> servers) {
      this.servers = new TreeSet<>(servers);
      this.servers.forEach(server -> name(Objects.requireNonNull(server), "an MCP server"));
    }

    @Override
    boolean covers(QuestionPart part) {
      return touches(part);
    }

    @Override
    boolean touches(QuestionPart part) {
      if (part.request() instanceof ApprovalRequest.McpTool tool) {
        return servers.contains(tool.server());
      }
      return part.request() instanceof ApprovalRequest.Elicitation question
          && servers.contains(question.server())
          && question.mode().equals("form")
          && nothingToFillIn(question.schema());
    }

    @Override
    boolean concerns(QuestionPart part) {
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

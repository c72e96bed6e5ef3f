package dev.talaria.telemetry;

import dev.talaria.protocol.Item;

/**
 * An item as a call of a tool. Immutable.
 *
 * @param name {@code command}, {@code apply_patch}, {@code web_search}, or the tool's own
 * @param type {@code function} for a tool that the host runs, {@code extension} for one that Codex
 *     runs, {@code datastore} for a search
 * @param server the MCP server; empty for none
 * @param status as Codex gives it; empty where it gives none
 * @param exitCode of a command that has ended; else -1
 */
record ToolItem(String name, String type, String server, String status, int exitCode) {

  private static final Item.Visitor<ToolItem> READER =
      new Item.ToolVisitor<>() {
        @Override
        public ToolItem other(Item item) {
          return null;
        }

        @Override
        public ToolItem visit(Item.CommandExecution item) {
          int exitCode = item.exitCode().orElse(-1);
          return new ToolItem("command", "extension", "", item.status(), exitCode);
        }

        @Override
        public ToolItem visit(Item.FileChange item) {
          return new ToolItem("apply_patch", "extension", "", item.status(), -1);
        }

        @Override
        public ToolItem visit(Item.McpToolCall item) {
          return new ToolItem(item.tool(), "extension", item.server(), item.status(), -1);
        }

        @Override
        public ToolItem visit(Item.DynamicToolCall item) {
          String name =
              item.namespace().map(space -> space + "." + item.tool()).orElse(item.tool());
          String status = item.success().orElse(true) ? item.status() : "failed";
          return new ToolItem(name, "function", "", status, -1);
        }

        @Override
        public ToolItem visit(Item.WebSearch item) {
          return new ToolItem("web_search", "datastore", "", "", -1);
        }
      };

  /** The call; {@code null} for an item that is none. */
  static ToolItem of(Item item) {
    return item.accept(READER);
  }

  Attributes attributes(String agent, String callId) {
    return Attributes.of(Attribute.OPERATION, "execute_tool")
        .put(Attribute.AGENT, agent)
        .put(Attribute.TOOL_NAME, name)
        .put(Attribute.TOOL_TYPE, type)
        .put(Attribute.TOOL_CALL_ID, callId)
        .put(Attribute.MCP_SERVER, server);
  }

  /** The kind of failure; empty for a success. */
  String errorType() {
    return status.equals("failed") || status.equals("declined") ? status : "";
  }
}

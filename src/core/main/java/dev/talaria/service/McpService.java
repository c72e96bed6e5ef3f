package dev.talaria.service;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.base.TalariaException;
import dev.talaria.protocol.v2.ListMcpServerStatusParams;
import dev.talaria.protocol.v2.ListMcpServerStatusResponse;
import dev.talaria.protocol.v2.McpResourceReadParams;
import dev.talaria.protocol.v2.McpResourceReadResponse;
import dev.talaria.protocol.v2.McpServerOauthLoginCompletedNotification;
import dev.talaria.protocol.v2.McpServerOauthLoginParams;
import dev.talaria.protocol.v2.McpServerStatus;
import dev.talaria.protocol.v2.McpServerToolCallParams;
import dev.talaria.protocol.v2.McpServerToolCallResponse;
import dev.talaria.protocol.v2.Methods;
import dev.talaria.protocol.v2.Notifications;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The MCP servers of Codex's configuration. */
public final class McpService {

  /**
   * A login at an MCP server that a person has to complete in a browser.
   *
   * @param url the address that the person has to open
   * @param end completes when the login is done; with a {@link TalariaException} that says why not,
   *     or {@link dev.talaria.rpc.ConnectionLostException}
   */
  public record Login(String url, CompletableFuture<Void> end) {}

  private final TypedCalls calls;

  /**
   * On a connection.
   *
   * @param calls such as a {@code Codex}
   */
  public McpService(TypedCalls calls) {
    this.calls = calls;
  }

  /** {@return the servers with their state, tools and resources} */
  public List<McpServerStatus> servers() {
    return Pages.all(
        cursor ->
            calls.call(
                Methods.MCP_SERVER_STATUS_LIST, ListMcpServerStatusParams.of().cursor(cursor)),
        ListMcpServerStatusResponse::data,
        ListMcpServerStatusResponse::nextCursor);
  }

  /**
   * Begins an OAuth login.
   *
   * @param server the server's name in the configuration
   * @return the address to open, and the end of the login
   */
  public Login login(String server) {
    CompletableFuture<McpServerOauthLoginCompletedNotification> end =
        calls.next(
            Notifications.MCP_SERVER_OAUTH_LOGIN_COMPLETED, told -> told.name().equals(server));
    try {
      String url =
          calls
              .call(Methods.MCP_SERVER_OAUTH_LOGIN, McpServerOauthLoginParams.of(server))
              .authorizationUrl();
      return new Login(
          url,
          end.thenAccept(
              told -> {
                if (!told.success()) {
                  throw new TalariaException(
                      "the login at "
                          + server
                          + " failed: "
                          + told.error().orElse("Codex does not say why"));
                }
              }));
    } catch (RuntimeException e) {
      end.cancel(false);
      throw e;
    }
  }

  /** Lets Codex read the servers of the configuration again, for the next turns of all threads. */
  public void reload() {
    calls.call(Methods.CONFIG_MCP_SERVER_RELOAD, null);
  }

  /**
   * Calls a tool, without the model and without an approval.
   *
   * @param threadId a thread that is open in this Codex
   * @param server the server's name
   * @param tool the tool's name
   * @param arguments an object
   * @return what the tool answered, an error of its own included
   */
  public McpServerToolCallResponse callTool(
      String threadId, String server, String tool, JsonNode arguments) {
    return calls.call(
        Methods.MCP_SERVER_TOOL_CALL,
        McpServerToolCallParams.of(server, threadId, tool).arguments(arguments));
  }

  /**
   * Reads a resource.
   *
   * @param threadId a thread that is open in this Codex
   * @param server the server's name
   * @param uri the resource's address
   * @return its contents
   */
  public McpResourceReadResponse readResource(String threadId, String server, String uri) {
    return calls.call(
        Methods.MCP_SERVER_RESOURCE_READ, McpResourceReadParams.of(server, uri).threadId(threadId));
  }
}

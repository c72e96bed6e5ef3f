package dev.talaria.tools;

import dev.talaria.approval.HostRequest;
import dev.talaria.approval.HostServices;
import dev.talaria.approval.ToolAnswer;
import dev.talaria.protocol.DynamicTool;
import dev.talaria.session.SessionOptions;
import dev.talaria.tools.internal.ToolTimeout;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The tools as dynamic tools of a thread. Safe for use by many threads. */
final class DynamicBridge implements ToolBridge, HostServices {

  private final ToolRunner runner;
  private final HostServices others;

  DynamicBridge(ToolRegistry tools, HostServices others) {
    this.runner = new ToolRunner(tools);
    this.others = others;
  }

  @Override
  public SessionOptions.Builder configure(SessionOptions.Builder options) {
    for (HostTool tool : runner.tools().all()) {
      options.dynamicTool(new DynamicTool(tool.name(), tool.description(), tool.parameters()));
    }
    return options
        .services(this)
        .toolTimeout(ToolTimeout.of(runner.tools()))
        .closeWithSession(this);
  }

  @Override
  public CompletionStage<ToolAnswer> callTool(HostRequest.DynamicToolCall call) {
    if (!call.namespace().isEmpty() || runner.tools().find(call.tool()).isEmpty()) {
      return others.callTool(call);
    }
    CompletableFuture<ToolResult> running = runner.run(call.tool(), call.arguments());
    CompletableFuture<ToolAnswer> answer =
        running.thenApply(
            result ->
                result.failed()
                    ? ToolAnswer.failure(result.text())
                    : ToolAnswer.text(result.text()));
    answer.whenComplete(
        (result, error) -> {
          if (answer.isCancelled()) {
            running.cancel(true);
          }
        });
    return answer;
  }

  @Override
  public CompletionStage<Instant> currentTime(HostRequest.CurrentTime request) {
    return others.currentTime(request);
  }

  @Override
  public CompletionStage<AuthTokens> authTokens(HostRequest.AuthTokensRefresh request) {
    return others.authTokens(request);
  }

  @Override
  public CompletionStage<String> attestation(HostRequest.Attestation request) {
    return others.attestation(request);
  }

  @Override
  public void close() {
    runner.close();
  }
}

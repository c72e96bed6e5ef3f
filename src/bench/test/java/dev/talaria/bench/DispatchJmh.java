package dev.talaria.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.appserver.ServerCalls;
import dev.talaria.protocol.wire.CommandExecutionApprovalParams;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.rpc.peer.RpcDispatcher;
import dev.talaria.rpc.peer.RpcRequest;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What it costs to bring a recorded {@code item/commandExecution/requestApproval}, whose tree is
 * there, to the method that serves it.
 *
 * <p>Run by {@link JmhBench}; a state belongs to one thread.
 */
@State(Scope.Thread)
public class DispatchJmh {

  private static final String APPROVAL = "item/commandExecution/requestApproval";

  private final TakenCalls handler = new TakenCalls();
  private final RpcDispatcher dispatcher =
      RpcDispatcher.of(ServerCalls.class, handler, WireJson.mapper());
  private RpcRequest request;

  @Setup
  public void read() throws IOException {
    JsonNode message =
        WireJson.mapper().readTree(RecordedLines.of("command-accepted").last(APPROVAL));
    request = new RpcRequest(message.get("id"), APPROVAL, message.get("params"));
  }

  /** Jackson reads the params, and the method is called: what nobody can do without. */
  @Benchmark
  public Object direct() throws IOException {
    handler.commandApproval(
        request,
        WireJson.mapper().treeToValue(request.params(), CommandExecutionApprovalParams.class));
    return handler.take();
  }

  /** jsonrpc4j finds the method by its annotation and calls it. */
  @Benchmark
  public Object dispatched() {
    dispatcher
        .dispatch(request)
        .ifPresent(
            error -> {
              throw new IllegalStateException("the request was refused: " + error);
            });
    return handler.take();
  }
}

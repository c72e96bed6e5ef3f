package dev.talaria.session.thread;

import dev.talaria.approval.ApprovalRequest;
import dev.talaria.approval.HostRequest;
import dev.talaria.approval.RequestOrigin;
import dev.talaria.approval.ToolAnswer;
import dev.talaria.approval.answer.ServiceAnswer;
import dev.talaria.appserver.ServerCalls;
import dev.talaria.base.Guard;
import dev.talaria.protocol.ThreadItem;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.rpc.peer.RpcDispatcher;
import dev.talaria.rpc.peer.RpcRequest;
import dev.talaria.session.request.ApprovalRequestMapper;
import dev.talaria.session.request.HostHandlers;
import dev.talaria.session.request.PendingApprovals;
import dev.talaria.session.request.PendingRequests;
import dev.talaria.session.request.RequestOwner;
import dev.talaria.session.turn.ActiveTurn;
import dev.talaria.session.turn.ThreadTurns;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * Says which of the host's code a request of Codex in a thread goes to, and whether it is still
 * worth asking.
 *
 * <p>Mailbox only.
 */
final class ThreadRequestHandler extends ApprovalRequestMapper {

  /** Codex fails the turn after 10 seconds without the time. */
  private static final Duration TIME_LIMIT = Duration.ofSeconds(9);

  private final ThreadTurns turns;
  private final SubAgents subAgents;
  private final PendingRequests requests;
  private final PendingApprovals approvals;
  private final HostHandlers host;
  private final RpcDispatcher dispatcher;

  ThreadRequestHandler(
      ThreadTurns turns, SubAgents subAgents, PendingRequests requests, HostHandlers host) {
    this.turns = turns;
    this.subAgents = subAgents;
    this.requests = requests;
    this.approvals = new PendingApprovals(requests, host);
    this.host = host;
    this.dispatcher = RpcDispatcher.of(ServerCalls.class, this, WireJson.mapper());
  }

  /** Takes a request over; answers with the error, if it cannot be taken. */
  void accept(RpcRequest request) {
    dispatcher
        .dispatch(request)
        .ifPresent(error -> requests.server().respondError(request.id(), error));
  }

  @Override
  protected String threadId() {
    return turns.threadId();
  }

  @Override
  protected Path cwd() {
    return turns.options().cwd();
  }

  @Override
  protected Collection<ThreadItem> openItems(RequestOrigin origin) {
    ActiveTurn turn = turns.of(origin.turnId());
    return origin.ofSubAgent()
        ? subAgents.openItems(origin.threadId())
        : turn == null ? List.of() : turn.openItems();
  }

  /**
   * An approval of a turn that does not run is declined without asking the host; one that belongs
   * to no turn, or to a sub-agent's, is asked for as long as the session is open.
   */
  @Override
  protected void ask(RpcRequest request, ApprovalRequest approval) {
    ActiveTurn running = turns.running();
    boolean ofNoTurnHere =
        approval.origin().ofSubAgent() || running == null && approval.turnId().isEmpty();
    if (ofNoTurnHere
        || running != null && running.takesRequests() && turns.of(approval.turnId()) == running) {
      approvals.ask(request.id(), approval, owner(running));
    } else {
      approvals.decline(request.id(), approval, "its turn does not run");
    }
  }

  private static RequestOwner owner(ActiveTurn turn) {
    return turn == null ? RequestOwner.NONE : turn;
  }

  @Override
  protected void call(RpcRequest request, HostRequest.DynamicToolCall call) {
    requests.serve(
        request.id(),
        owner(turns.of(call.origin().turnId())),
        host.toolTimeout(),
        () -> host.services().callTool(call),
        ServiceAnswer::of,
        error -> ServiceAnswer.of(ToolAnswer.failure("the tool failed: " + Guard.words(error))));
  }

  @Override
  protected void tellTime(RpcRequest request, HostRequest.CurrentTime time) {
    requests.serve(
        request.id(),
        RequestOwner.NONE,
        TIME_LIMIT,
        () -> host.services().currentTime(time),
        ServiceAnswer::of,
        error -> PendingRequests.failure("the host does not know the time", error));
  }
}

package dev.talaria.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.approval.HostRequest;
import dev.talaria.approval.HostServices;
import dev.talaria.approval.ToolAnswer;
import dev.talaria.approval.answer.ServiceAnswer;
import dev.talaria.base.Guard;
import dev.talaria.rpc.peer.RpcError;
import java.time.Duration;
import java.util.Optional;

/**
 * Says which of the host's parts a request of Codex goes to, and whether it is still worth asking.
 *
 * <p>Mailbox only.
 */
final class SessionRequestHandler implements ApprovalRequestMapper.Desk {

  /** Codex fails the turn after 10 seconds without the time. */
  private static final Duration TIME_LIMIT = Duration.ofSeconds(9);

  private final ThreadSession session;
  private final PendingApprovals questions;
  private final ServiceCalls calls;
  private final HostServices services;
  private final Duration toolTimeout;

  SessionRequestHandler(
      ThreadSession session,
      PendingApprovals questions,
      ServiceCalls calls,
      SessionOptions options) {
    this.session = session;
    this.questions = questions;
    this.calls = calls;
    this.services = options.services();
    this.toolTimeout = options.toolTimeout();
  }

  /**
   * A question of a turn that does not run is declined without asking anybody; one that belongs to
   * no turn, or to a sub-agent's, is asked as long as the session is open.
   */
  @Override
  public void question(JsonNode requestId, ApprovalRequest request) {
    ActiveTurn turn = session.running();
    if (request.origin().ofSubAgent() || turn == null && request.turnId().isEmpty()) {
      questions.ask(requestId, request, turn);
    } else if (turn != null && turn.takesQuestions() && session.turnOf(request.turnId()) == turn) {
      questions.ask(requestId, request, turn);
    } else {
      questions.decline(requestId, request, "its turn does not run");
    }
  }

  @Override
  public void toolCall(JsonNode requestId, HostRequest.DynamicToolCall call) {
    Optional<ActiveTurn> turn = Optional.ofNullable(session.turnOf(call.origin().turnId()));
    boolean taken =
        calls.serve(
            requestId,
            turn.orElse(null),
            toolTimeout,
            () -> services.callTool(call),
            ServiceAnswer::of,
            error -> ServiceAnswer.of(ToolAnswer.failure("the tool failed: " + message(error))),
            () -> turn.ifPresent(asked -> session.post(asked.watch()::hostDone)));
    if (taken) {
      turn.ifPresent(asked -> asked.watch().hostAsked());
    }
  }

  @Override
  public void currentTime(JsonNode requestId, HostRequest.CurrentTime request) {
    calls.serve(
        requestId,
        null,
        TIME_LIMIT,
        () -> services.currentTime(request),
        ServiceAnswer::of,
        error -> failure("the host does not know the time", error),
        () -> {});
  }

  /** The error that says that a service is not there, or that it failed. */
  static RpcError failure(String what, Throwable error) {
    int code =
        error instanceof UnsupportedOperationException
            ? RpcError.METHOD_NOT_FOUND
            : RpcError.INTERNAL_ERROR;
    return new RpcError(code, what + ": " + message(error));
  }

  private static String message(Throwable error) {
    return Guard.words(error);
  }
}

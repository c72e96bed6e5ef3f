package dev.talaria.samples.boot;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.session.CodexSession;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnResult;
import dev.talaria.spring.boot.ApprovalInbox;
import dev.talaria.spring.boot.CodexSessions;
import dev.talaria.spring.boot.OpenApproval;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Turns as streams, and the approvals that they wait for.
 *
 * <p>It listens for this machine only and asks nobody who they are: a program that others can reach
 * decides first who may run turns and who may approve.
 */
@RestController
@RequestMapping("/turns")
class TurnController {

  private final CodexSessions sessions;
  private final ApprovalInbox inbox;

  TurnController(CodexSessions sessions, ApprovalInbox inbox) {
    this.sessions = sessions;
    this.inbox = inbox;
  }

  /** Runs a turn in a new thread; the stream has what happens, and ends with it. */
  @PostMapping(consumes = MediaType.TEXT_PLAIN_VALUE, produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter run(@RequestBody String prompt) {
    TurnInput input = TurnInput.of(prompt);
    CodexSession session = sessions.open();
    SseEmitter stream = new SseEmitter(0L); // the turn has a limit of its own
    Turn turn = session.startTurn(input, new Streaming(stream));
    stream.onError(gone -> turn.interrupt()); // nobody reads any more
    turn.result().whenCompleteAsync((result, failure) -> session.close());
    return stream;
  }

  @GetMapping("/approvals")
  List<OpenApproval> approvals() {
    return inbox.open();
  }

  /** Decides an approval; the body is {@code once}, {@code session} or {@code deny}. */
  @PostMapping(path = "/approvals/{id}", consumes = MediaType.TEXT_PLAIN_VALUE)
  void decide(@PathVariable String id, @RequestBody String choice) {
    if (!inbox.decide(id, ApprovalDecision.ofHostChoice(choice))) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no such approval waits");
    }
  }

  /** Sends what happens in a turn. */
  private record Streaming(SseEmitter stream) implements TurnListener {

    @Override
    public void onTextDelta(String itemId, String delta) {
      send("text", Map.of("delta", delta));
    }

    @Override
    public void onApprovalRequested(ApprovalRequest request) {
      send("approval", Map.of("thread", request.threadId(), "turn", request.turnId()));
    }

    @Override
    public void onCompleted(TurnResult result) {
      send("end", Map.of("status", result.status(), "text", result.finalText()));
      stream.complete();
    }

    private void send(String name, Map<String, ?> data) {
      try {
        stream.send(SseEmitter.event().name(name).data(data, MediaType.APPLICATION_JSON));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

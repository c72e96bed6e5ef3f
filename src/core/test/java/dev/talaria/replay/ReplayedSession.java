package dev.talaria.replay;

import dev.talaria.codex.CodexOptions;
import dev.talaria.fixtures.replay.FaultScript;
import dev.talaria.fixtures.replay.ReplayOptions;
import dev.talaria.fixtures.replay.ReplayServer;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.TurnInput;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnResult;
import java.io.IOException;
import java.time.Duration;

/** A session on the recording of two plain turns, with faults in it. */
final class ReplayedSession implements AutoCloseable {

  /** The server's messages up to the first turn's first delta. */
  static final int FIRST_DELTA = 11;

  /** The server's messages up to the first turn's final text. */
  static final int TEXT_IS_COMPLETE = 13;

  final ReplayServer server;
  final Codex codex;
  final CodexSession session;

  ReplayedSession(FaultScript.Builder faults) throws IOException {
    server =
        ReplayServer.start(
            Recordings.plainTurns(), ReplayOptions.builder().faults(faults.build()).build());
    codex =
        Codex.connect(
            server.input(),
            server.output(),
            CodexOptions.builder().requestTimeout(Duration.ofSeconds(2)).build());
    session =
        codex.openSession(SessionOptions.builder().turnTimeout(Duration.ofSeconds(20)).build());
  }

  TurnResult run(TurnInput input) {
    return session.runTurn(input, new TurnListener() {});
  }

  @Override
  public void close() {
    codex.close();
    server.close();
  }
}

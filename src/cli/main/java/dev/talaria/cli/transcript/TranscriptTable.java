package dev.talaria.cli.transcript;

import dev.talaria.transcript.Message;

/**
 * Writes a transcript as a table, with its head as soon as there is a message.
 *
 * <p>Belongs to one thread.
 */
final class TranscriptTable implements TranscriptSink {

  private final TranscriptText table;
  private boolean begun;

  TranscriptTable(TranscriptText table) {
    this.table = table;
  }

  @Override
  public void message(Message message) {
    if (!begun) {
      begun = true;
      table.heading();
    }
    table.message(message);
  }

  @Override
  public void end(int toolIterations, String finalText, long badLines) {
    // The table holds it all; the figures go to the other stream.
  }
}

package dev.talaria.cli.transcript;

import dev.talaria.transcript.Message;

/**
 * Where {@link ProjectCommand} puts a transcript while it reads the recording.
 *
 * <p>Belongs to one thread. The methods throw {@link java.io.UncheckedIOException} when the target
 * fails.
 */
interface TranscriptSink {

  void message(Message message);

  /**
   * Ends the transcript.
   *
   * @param finalText the answer; null when there was none
   */
  void end(int toolIterations, String finalText, long badLines);
}

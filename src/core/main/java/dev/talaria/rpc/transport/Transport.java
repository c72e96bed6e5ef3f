package dev.talaria.rpc.transport;

import java.io.IOException;

/**
 * Carries messages to the other side of a connection and back; knows nothing about what they say.
 *
 * <p>A peer uses it with two threads: one receives until the end, the other one sends, flushes and
 * finishes. What else is called, any thread calls, and it does not block.
 */
public interface Transport {

  /** What is at the other end, for messages and logs; without a secret. */
  String name();

  /** The most bytes that a message to the other side may have. */
  int largestMessage();

  /**
   * The peer's threads begin now.
   *
   * @param wake makes the writer thread {@link #flush} soon; does not block
   */
  default void start(Runnable wake) {}

  /**
   * Waits for the next message; on the reader thread.
   *
   * @return {@code null} at the end, when there is nothing to say about it
   * @throws dev.talaria.rpc.ConnectionLostException at an end that has a reason
   * @throws IOException if reading failed
   */
  ReceivedMessage receive() throws IOException;

  /** Sends one message, or buffers it until {@link #flush}; on the writer thread. */
  void send(byte[] message) throws IOException;

  /** Sends what is buffered, and what the transport itself has to say; on the writer thread. */
  void flush() throws IOException;

  /** Nothing more is sent: says so to the other side; on the writer thread. */
  void finish() throws IOException;

  /**
   * One side has ended the connection. What waits is still sent and finished, but both threads come
   * back within a limit: those of a process when it ends, those of a socket by the transport.
   */
  default void end() {}
}

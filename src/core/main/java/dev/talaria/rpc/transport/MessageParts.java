package dev.talaria.rpc.transport;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.java_websocket.enums.Opcode;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;

/** Makes messages of the frames that carry them; most are whole. Belongs to the reader thread. */
final class MessageParts {

  private final int largest;
  private ByteArrayOutputStream parts;

  /**
   * At the beginning of a connection.
   *
   * @param largest the most bytes of a message that is received
   */
  MessageParts(int largest) {
    this.largest = largest;
  }

  /**
   * Adds a frame with text or bytes.
   *
   * @return what it completes; {@code null} while there is more to come, and for an empty message
   * @throws InvalidDataException if it does not belong here
   */
  ReceivedMessage add(Framedata frame) throws InvalidDataException {
    boolean isContinued = frame.getOpcode() == Opcode.CONTINUOUS;
    if (isContinued && parts == null) {
      throw new InvalidDataException(CloseFrame.PROTOCOL_ERROR, "a part without a beginning");
    }
    if (!isContinued && parts != null) {
      throw new InvalidDataException(
          CloseFrame.PROTOCOL_ERROR, "a message within the parts of another one");
    }
    ByteBuffer payload = frame.getPayloadData();
    byte[] bytes = payload.array();
    int start = payload.arrayOffset() + payload.position();
    int length = payload.remaining();
    if (!isContinued && frame.isFin()) {
      return whole(bytes, start, length);
    }
    if (parts == null) {
      parts = new ByteArrayOutputStream();
    }
    if (length > largest - parts.size()) {
      throw new InvalidDataException(
          CloseFrame.TOOBIG, "more than " + largest + " bytes in one message");
    }
    parts.write(bytes, start, length);
    if (!frame.isFin()) {
      return null;
    }
    byte[] all = parts.toByteArray();
    parts = null;
    return whole(all, 0, all.length);
  }

  private static ReceivedMessage whole(byte[] bytes, int start, int length) {
    return length == 0 ? null : new ReceivedMessage(bytes, start, length, false);
  }
}

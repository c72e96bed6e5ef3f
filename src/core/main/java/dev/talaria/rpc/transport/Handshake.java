package dev.talaria.rpc.transport;

import dev.talaria.base.TalariaException;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.java_websocket.drafts.Draft;
import org.java_websocket.enums.HandshakeState;
import org.java_websocket.enums.Role;
import org.java_websocket.exceptions.InvalidHandshakeException;
import org.java_websocket.handshake.HandshakeImpl1Client;
import org.java_websocket.handshake.ServerHandshake;

/**
 * The HTTP request by which a socket becomes a WebSocket, and what a server says when it refuses.
 *
 * <p>No message quotes what the server sent, which may be the token that it got.
 */
final class Handshake {

  private static final int LONGEST_HEAD = 16 * 1024;

  private final SocketAddress address;
  private final Map<String, String> headers;

  /**
   * For one connection.
   *
   * @param headers what the request says besides what belongs to WebSocket
   */
  Handshake(SocketAddress address, Map<String, String> headers) {
    this.address = address;
    this.headers = headers;
  }

  /**
   * Asks for a WebSocket, and returns when the server has agreed; what follows is still in the
   * stream.
   *
   * @throws TalariaException if the server refuses
   */
  void shake(Draft draft, InputStream in, OutputStream out) throws IOException {
    draft.setParseMode(Role.CLIENT);
    HandshakeImpl1Client request = new HandshakeImpl1Client();
    request.setResourceDescriptor(address.target());
    headers.forEach(request::put);
    request.put("Host", address.authority());
    try {
      draft.postProcessHandshakeRequestAsClient(request);
      for (ByteBuffer part : draft.createHandshake(request)) {
        out.write(part.array(), part.position(), part.remaining());
      }
      out.flush();
      byte[] head = readHead(in);
      checkStatus(head);
      if (draft.translateHandshake(ByteBuffer.wrap(head)) instanceof ServerHandshake reply
          && draft.acceptHandshakeAsClient(request, reply) == HandshakeState.MATCHED) {
        return;
      }
    } catch (InvalidHandshakeException e) {
      throw new TalariaException(address + " gave an answer that is not a WebSocket handshake");
    }
    throw new TalariaException(address + " did not agree to a WebSocket");
  }

  /** Up to the empty line, and nothing of what follows. */
  private byte[] readHead(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int ends = 0;
    while (ends < 4) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("it closed the connection without an answer");
      }
      head.write(next);
      ends = next == (ends % 2 == 0 ? '\r' : '\n') ? ends + 1 : next == '\r' ? 1 : 0;
      if (head.size() > LONGEST_HEAD) {
        throw new TalariaException(address + " answered with more than a WebSocket handshake");
      }
    }
    return head.toByteArray();
  }

  private void checkStatus(byte[] head) {
    String[] line = new String(head, StandardCharsets.ISO_8859_1).split("[ \r]", 3);
    String status = line[0].startsWith("HTTP/") && line[1].matches("[1-5]\\d\\d") ? line[1] : "";
    switch (status) {
      case "101" -> {}
      case "" -> throw new TalariaException(address + " does not speak WebSocket");
      case "401" ->
          throw new ConnectRefusedException(
              headers.keySet().stream().anyMatch("Authorization"::equalsIgnoreCase)
                  ? address
                      + " refused the token (401); it has to be the one that the server was"
                      + " started with"
                  : address + " needs a token and got none (401)",
              null);
      case "403" ->
          throw new ConnectRefusedException(
              address
                  + " refused the connection (403); Codex does that when there is an Origin header,"
                  + " which a proxy may have added",
              null);
      default -> throw new TalariaException(address + " refused the connection (" + status + ")");
    }
  }
}

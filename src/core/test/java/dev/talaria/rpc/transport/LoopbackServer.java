package dev.talaria.rpc.transport;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

/**
 * A WebSocket server for one client at a time, written by hand: a test decides each byte, and what
 * the library under test takes for right does not count. Belongs to the test's thread.
 */
final class LoopbackServer implements Closeable {

  static final int TEXT = 1;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;
  private static final int FIN = 0x80;

  /** A frame of the client's, unmasked. */
  record Frame(int opcode, byte[] payload) {
    String text() {
      return new String(payload, StandardCharsets.UTF_8);
    }
  }

  private interface Listener extends Closeable {
    Closeable accept() throws IOException;
  }

  final String address;
  final List<Map<String, String>> requests = new CopyOnWriteArrayList<>();
  private final Listener listener;
  private Closeable client;
  private InputStream in;
  private OutputStream out;

  private LoopbackServer(String address, Listener listener) {
    this.address = address;
    this.listener = listener;
  }

  static LoopbackServer tcp() throws IOException {
    return sockets("ws", new ServerSocket(0, 5, InetAddress.getLoopbackAddress()));
  }

  static LoopbackServer tls(SSLContext context) throws IOException {
    return sockets(
        "wss",
        context
            .getServerSocketFactory()
            .createServerSocket(0, 5, InetAddress.getLoopbackAddress()));
  }

  private static LoopbackServer sockets(String scheme, ServerSocket server) {
    return new LoopbackServer(
        scheme + "://127.0.0.1:" + server.getLocalPort(),
        new Listener() {
          @Override
          public Closeable accept() throws IOException {
            return server.accept();
          }

          @Override
          public void close() throws IOException {
            server.close();
          }
        });
  }

  static LoopbackServer unix(Path path) throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(path));
    return new LoopbackServer(
        "unix://" + path,
        new Listener() {
          @Override
          public Closeable accept() throws IOException {
            return server.accept();
          }

          @Override
          public void close() throws IOException {
            server.close();
          }
        });
  }

  /** Takes the next client and its HTTP request, which is not answered. */
  Map<String, String> acceptRequest() throws IOException {
    client = listener.accept();
    if (client instanceof Socket socket) {
      in = new BufferedInputStream(socket.getInputStream());
      out = socket.getOutputStream();
    } else {
      SocketChannel channel = (SocketChannel) client;
      in = new BufferedInputStream(new SocketStreams.ChannelInput(channel));
      out = new SocketStreams.ChannelOutput(channel);
    }
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put("", readLine());
    for (String line = readLine(); !line.isEmpty(); line = readLine()) {
      int colon = line.indexOf(':');
      headers.put(line.substring(0, colon), line.substring(colon + 1).trim());
    }
    requests.add(headers);
    return headers;
  }

  /** Takes the next client and agrees to a WebSocket. */
  void accept() throws Exception {
    String key = acceptRequest().get("Sec-WebSocket-Key");
    byte[] hash =
        MessageDigest.getInstance("SHA-1")
            .digest(
                (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.UTF_8));
    answer(
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Accept: "
            + Base64.getEncoder().encodeToString(hash)
            + "\r\n\r\n");
  }

  /** Takes the next client and says this to it. */
  void acceptAndAnswer(String text) throws IOException {
    acceptRequest();
    answer(text);
    hangUp();
  }

  private void answer(String text) throws IOException {
    sendRaw(text.getBytes(StandardCharsets.UTF_8));
  }

  private String readLine() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = readByte(); next != '\n'; next = readByte()) {
      line.write(next);
    }
    return line.toString(StandardCharsets.UTF_8).trim();
  }

  private int readByte() throws IOException {
    int next = in.read();
    if (next < 0) {
      throw new EOFException();
    }
    return next;
  }

  void send(byte[] message) throws IOException {
    sendFrame(FIN | TEXT, message);
  }

  /**
   * Sends one frame.
   *
   * @param first its first byte: the flags and the opcode
   */
  void sendFrame(int first, byte[] payload) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(10).put((byte) first);
    if (payload.length < 126) {
      head.put((byte) payload.length);
    } else if (payload.length < 65536) {
      head.put((byte) 126).putShort((short) payload.length);
    } else {
      head.put((byte) 127).putLong(payload.length);
    }
    byte[] frame = new byte[head.position() + payload.length];
    System.arraycopy(head.array(), 0, frame, 0, head.position());
    System.arraycopy(payload, 0, frame, head.position(), payload.length);
    sendRaw(frame);
  }

  void sendRaw(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  /** The next frame; EOFException at the end. */
  Frame readFrame() throws IOException {
    int first = readByte();
    if ((first & 0x70) != 0 || (first & FIN) == 0) {
      throw new IOException("the client sent a frame with the first byte " + first);
    }
    int second = readByte();
    if ((second & 0x80) == 0) {
      throw new IOException("a client has to mask what it sends");
    }
    long length = second & 0x7F;
    if (length > 125) {
      length = ByteBuffer.wrap(pad(readFully(length == 126 ? 2 : 8))).getLong();
    }
    byte[] mask = readFully(4);
    byte[] payload = readFully((int) length);
    for (int i = 0; i < payload.length; i++) {
      payload[i] ^= mask[i % 4];
    }
    return new Frame(first & 0x0F, payload);
  }

  private static byte[] pad(byte[] number) {
    byte[] eight = new byte[8];
    System.arraycopy(number, 0, eight, 8 - number.length, number.length);
    return eight;
  }

  private byte[] readFully(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return bytes;
  }

  /** The next message; answers no ping, and passes over them. */
  Frame readMessage() throws IOException {
    Frame frame = readFrame();
    while (frame.opcode() == PING || frame.opcode() == PONG) {
      frame = readFrame();
    }
    return frame;
  }

  /** All frames until the end. */
  List<Frame> readToEnd() {
    List<Frame> frames = new ArrayList<>();
    try {
      while (true) {
        frames.add(readFrame());
      }
    } catch (IOException e) {
      return frames;
    }
  }

  /** Ends the connection to the client without a word. */
  void hangUp() throws IOException {
    client.close();
  }

  @Override
  public void close() throws IOException {
    if (client != null) {
      client.close();
    }
    listener.close();
  }
}

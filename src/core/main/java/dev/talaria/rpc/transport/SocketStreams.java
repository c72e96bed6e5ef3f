package dev.talaria.rpc.transport;

import dev.talaria.base.TalariaException;
import dev.talaria.base.internal.OwnFiles;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bytes below a WebSocket: TCP, TLS or a unix socket.
 *
 * <p>One thread reads, one writes, and any may close, which does not wait for those two: both then
 * fail.
 */
final class SocketStreams implements Closeable {

  private static final Logger log = LoggerFactory.getLogger(SocketStreams.class);

  private final SocketAddress address;

  /** What is closed: the socket itself, because closing TLS waits for the one who writes. */
  private final AtomicReference<Closeable> socket = new AtomicReference<>();

  private volatile boolean closed;
  private InputStream in;
  private OutputStream out;

  SocketStreams(SocketAddress address) {
    this.address = address;
  }

  InputStream in() {
    return in;
  }

  OutputStream out() {
    return out;
  }

  boolean isClosed() {
    return closed;
  }

  /** Connects; blocks until that is done, has failed, or the wire is closed. */
  void open(SocketOptions options) throws IOException {
    if (address.isUnix()) {
      openUnix(address.path());
    } else {
      openTcp(options);
    }
  }

  private void openUnix(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new TalariaException(
          "no socket was found at " + path + "; is codex app-server listening there?");
    }
    try {
      OwnFiles.refuseForeign(path, "the socket", "connect to a server of your own");
    } catch (TalariaException e) {
      throw new ConnectRefusedException(e.getMessage(), e);
    }
    SocketChannel channel = own(SocketChannel.open(StandardProtocolFamily.UNIX));
    channel.connect(UnixDomainSocketAddress.of(path));
    in = new ChannelInput(channel);
    out = new ChannelOutput(channel);
  }

  private void openTcp(SocketOptions options) throws IOException {
    InetAddress host;
    try {
      host = InetAddress.getByName(address.host());
    } catch (UnknownHostException e) {
      throw new TalariaException("the host of " + address + " is not known", e);
    }
    if (!address.isTls() && !host.isLoopbackAddress() && !options.plainRemoteAllowed()) {
      throw new ConnectRefusedException(
          address
              + " leads to another machine without TLS, where others can read and change what is"
              + " sent, the token included; use wss, or allow it with plainRemoteAllowed",
          null);
    }
    Socket tcp = own(new Socket());
    tcp.setTcpNoDelay(true);
    tcp.connect(new InetSocketAddress(host, address.port()));
    Socket used = address.isTls() ? secured(tcp, options.tls()) : tcp;
    in = used.getInputStream();
    out = used.getOutputStream();
  }

  private Socket secured(Socket tcp, SSLContext given) throws IOException {
    SSLContext context;
    try {
      context = given == null ? SSLContext.getDefault() : given;
    } catch (NoSuchAlgorithmException e) {
      throw new TalariaException("this Java has no TLS", e);
    }
    SSLSocket tls =
        (SSLSocket)
            context.getSocketFactory().createSocket(tcp, address.host(), address.port(), true);
    SSLParameters parameters = tls.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    tls.setSSLParameters(parameters);
    tls.startHandshake();
    return tls;
  }

  /** Takes over what is to be closed, which may have to happen at once. */
  private <C extends Closeable> C own(C opened) {
    socket.set(opened);
    if (closed) {
      close();
    }
    return opened;
  }

  @Override
  public void close() {
    closed = true;
    Closeable open = socket.getAndSet(null);
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        log.debug("closing the socket of {} failed", address, e);
      }
    }
  }

  /** On JDK 17 reader and writer of {@code Channels.newInputStream} wait for each other. */
  static final class ChannelInput extends InputStream {
    private final SocketChannel channel;

    ChannelInput(SocketChannel channel) {
      this.channel = channel;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return channel.read(ByteBuffer.wrap(bytes, offset, length));
    }
  }

  /** As {@link ChannelInput}. */
  static final class ChannelOutput extends OutputStream {
    private final SocketChannel channel;

    ChannelOutput(SocketChannel channel) {
      this.channel = channel;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      ByteBuffer rest = ByteBuffer.wrap(bytes, offset, length);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
    }
  }
}

package dev.talaria.rpc.transport;

import dev.talaria.base.TalariaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;

/** Whose a unix socket is: one of another user would get everything that is sent. */
final class SocketOwner {

  private SocketOwner() {}

  /**
   * Refuses a socket of another user.
   *
   * @throws TalariaException if it is one
   */
  static void check(Path socket) throws IOException {
    UserPrincipal owner = Files.getOwner(socket);
    UserPrincipal own = own();
    if (!owner.equals(own)) {
      throw new ConnectRefusedException(
          "the socket "
              + socket
              + " belongs to the user "
              + owner.getName()
              + ", and this program runs as "
              + own.getName()
              + "; connect to a server of your own",
          null);
    }
  }

  /** The user of this process: the owner of what it makes, which no name service has to know. */
  private static UserPrincipal own() throws IOException {
    Path mine = Files.createTempFile("talaria", null);
    try {
      return Files.getOwner(mine);
    } finally {
      Files.delete(mine);
    }
  }
}

package dev.talaria.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerOptionsTest {

  @Test
  void a_unix_socket_is_the_default() {
    assertEquals("unix", ServerOptions.defaults().listen());
  }

  @ParameterizedTest
  @ValueSource(strings = {"unix", "ws://127.0.0.1:0", "ws://127.1.2.3:65535", "ws://[::1]:8080"})
  void addresses_of_this_machine_are_taken(String listen) {
    assertEquals(listen, ServerOptions.builder().listen(listen).build().listen());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ws://0.0.0.0:0",
        "ws://192.168.1.2:80",
        "ws://[::]:0",
        "ws://127.0.0.1.example.org:80",
        "ws://127.0.0.1@example.org:80",
        "ws://127.0.0.1:65536",
        "ws://127.0.0.1",
        "ws://localhost:0",
        "wss://127.0.0.1:0",
        "unix:///tmp/socket",
        "stdio",
        ""
      })
  void all_else_is_refused(String listen) {
    String words =
        assertThrows(IllegalArgumentException.class, () -> ServerOptions.builder().listen(listen))
            .getMessage();
    assertTrue(words.startsWith("a server listens for this machine only"), words);
  }
}

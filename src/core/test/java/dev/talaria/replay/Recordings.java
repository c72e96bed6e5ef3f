package dev.talaria.replay;

import dev.talaria.fixtures.replay.Recording;
import java.io.IOException;
import java.nio.file.Path;

/** The recordings of the fixtures' tests. */
final class Recordings {

  static final Path PLAIN_TURNS = file("plain-turns.jsonl");
  static final Path APPROVED_COMMAND = file("approved-command.jsonl");

  private Recordings() {}

  private static Path file(String name) {
    return Path.of(
        System.getProperty("talaria.root"),
        "fixtures/src/test/resources/dev/talaria/fixtures",
        name);
  }

  static Recording plainTurns() throws IOException {
    return Recording.read(PLAIN_TURNS);
  }
}

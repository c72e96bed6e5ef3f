package dev.talaria.host;

import dev.talaria.protocol.InputPart;
import dev.talaria.session.TurnInput;
import dev.talaria.transcript.Message;
import java.util.List;
import java.util.stream.Collectors;

/** Knows the row in which Codex repeats what the user said. Pure functions. */
final class UserEcho {

  private UserEcho() {}

  /** What the user said, as Codex repeats it: the texts, one line each; pictures have none. */
  static String text(TurnInput input) {
    return input.parts().stream()
        .filter(InputPart.Text.class::isInstance)
        .map(part -> ((InputPart.Text) part).text())
        .collect(Collectors.joining("\n"));
  }

  /** The rows without a leading echo; user rows further behind are steers, and stay. */
  static List<Message> without(List<Message> rows, String said) {
    boolean echoed =
        !rows.isEmpty()
            && rows.get(0) instanceof Message.User user
            && user.content().strip().equals(said.strip());
    return echoed ? rows.subList(1, rows.size()) : rows;
  }
}

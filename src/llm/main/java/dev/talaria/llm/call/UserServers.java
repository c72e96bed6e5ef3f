package dev.talaria.llm.call;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.session.Codex;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The names of the MCP servers that the user has configured for a directory ({@code config/read}).
 *
 * <p>Safe for use by many threads. Many calls at once ask Codex once: its answer holds for two
 * seconds.
 */
final class UserServers {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final long FRESH = Duration.ofSeconds(2).toNanos();

  private final Supplier<List<String>> source;
  private final LongSupplier nanoTime;
  private volatile Seen seen;

  private record Seen(List<String> names, long at) {}

  UserServers(Supplier<List<String>> source, LongSupplier nanoTime) {
    this.source = source;
    this.nanoTime = nanoTime;
  }

  static UserServers of(Codex codex, Path cwd) {
    Objects.requireNonNull(cwd, "cwd");
    return new UserServers(() -> read(codex, cwd), System::nanoTime);
  }

  private static List<String> read(Codex codex, Path cwd) {
    List<String> names = new ArrayList<>();
    codex
        .call("config/read", Map.of("cwd", cwd.toString()), JsonNode.class, LIMIT)
        .path("config")
        .path("mcp_servers")
        .fieldNames()
        .forEachRemaining(names::add);
    return names;
  }

  /**
   * The names.
   *
   * @throws RuntimeException if Codex cannot be asked
   */
  List<String> names() {
    Seen last = seen;
    long now = nanoTime.getAsLong();
    if (last != null && now - last.at() < FRESH) {
      return last.names();
    }
    List<String> names = List.copyOf(source.get());
    seen = new Seen(names, now);
    return names;
  }
}

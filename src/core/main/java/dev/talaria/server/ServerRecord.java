package dev.talaria.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.codex.CodexVersion;
import dev.talaria.codex.process.DetachedCodex;
import dev.talaria.protocol.wire.WireJson;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * What the address file says of a server. Immutable.
 *
 * @param ready whether it can be found; not while it is being started or stopped
 * @param address where it listens; before it is ready, where it was asked to
 * @param pid the number of its process
 * @param processStart tells it from a later process with the same number
 * @param mark what its commands are found by
 * @param version of Codex
 * @param token the file with its token; {@code null} without one
 * @param log what it writes
 * @param startedAt when it was started
 */
record ServerRecord(
    boolean ready,
    String address,
    long pid,
    String processStart,
    String mark,
    CodexVersion version,
    Path token,
    Path log,
    Instant startedAt) {

  static ServerRecord starting(
      String address, DetachedCodex process, CodexVersion version, Path token, Path log) {
    return new ServerRecord(
        false,
        address,
        process.pid(),
        process.startTime(),
        process.mark(),
        version,
        token,
        log,
        Instant.now());
  }

  ServerRecord listening(String where) {
    return new ServerRecord(true, where, pid, processStart, mark, version, token, log, startedAt);
  }

  ServerRecord stopping() {
    return new ServerRecord(
        false, address, pid, processStart, mark, version, token, log, startedAt);
  }

  boolean hasProcessOf(ServerRecord other) {
    return pid == other.pid && processStart.equals(other.processStart);
  }

  boolean isUnix() {
    return address.startsWith(ServerFiles.UNIX);
  }

  /** The server's process; empty if it has ended. */
  Optional<DetachedCodex> process() {
    return DetachedCodex.find(pid, processStart, mark);
  }

  String json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("address", address);
    json.put("ready", ready);
    json.put("pid", pid);
    json.put("processStart", processStart);
    json.put("mark", mark);
    json.put("version", version.toString());
    json.put("tokenFile", token == null ? null : token.toString());
    json.put("log", log.toString());
    json.put("startedAt", startedAt.toString());
    return json.toPrettyString() + "\n";
  }

  /** Empty if it is not what {@link #json} writes. */
  static Optional<ServerRecord> parse(String text) {
    try {
      JsonNode json = WireJson.mapper().readTree(text);
      String token = WireJson.text(json, "tokenFile");
      return CodexVersion.parse(WireJson.text(json, "version"))
          .filter(version -> json.path("pid").isIntegralNumber() && json.path("pid").asLong() > 0)
          .map(
              version ->
                  new ServerRecord(
                      json.path("ready").asBoolean(),
                      WireJson.text(json, "address"),
                      json.path("pid").asLong(),
                      WireJson.text(json, "processStart"),
                      WireJson.text(json, "mark"),
                      version,
                      token.isEmpty() ? null : Path.of(token),
                      Path.of(WireJson.text(json, "log")),
                      Instant.parse(WireJson.text(json, "startedAt"))));
    } catch (JsonProcessingException | DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}

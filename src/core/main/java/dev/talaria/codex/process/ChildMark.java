package dev.talaria.codex.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A variable in a child's environment by which what it started is found again.
 *
 * <p>A command such as {@code setsid nohup server &} ends at once and leaves a process that has
 * neither the child as an ancestor nor its session. It keeps the environment, unless Codex'
 * configuration gives commands another one. Linux only; elsewhere nothing is found so.
 */
final class ChildMark {

  /** The variable; its value differs from child to child. */
  static final String VARIABLE = "TALARIA_CHILD";

  private static final Logger LOG = LoggerFactory.getLogger(ChildMark.class);
  private static final Path PROC = Path.of("/proc");

  private final String value = UUID.randomUUID().toString();

  /** The environment with the mark in it. */
  Map<String, String> on(Map<String, String> environment) {
    Map<String, String> marked = new HashMap<>(environment);
    marked.put(VARIABLE, value);
    return marked;
  }

  /** All processes of this machine that bear the mark and may be looked at. */
  Stream<ProcessHandle> bearers() {
    return Platform.CURRENT.isLinux()
        ? ProcessHandle.allProcesses().filter(this::isBorneBy)
        : Stream.empty();
  }

  private boolean isBorneBy(ProcessHandle process) {
    Path environment = PROC.resolve(Long.toString(process.pid())).resolve("environ");
    if (!Files.isReadable(environment)) {
      return false;
    }
    try {
      String text = Files.readString(environment, StandardCharsets.ISO_8859_1);
      return ("\0" + text).contains("\0" + VARIABLE + "=" + value + "\0");
    } catch (IOException e) {
      // Another user's, or it has just ended.
      LOG.trace("the environment of process {} cannot be read", process.pid(), e);
      return false;
    }
  }
}

package dev.talaria.codex.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process and all that it started, remembered so that they can be found again when the process
 * itself is gone and its children have lost their parent.
 *
 * <p>Safe for use by many threads. A process is remembered by its {@link ProcessHandle}, which
 * carries the start time: a number that the system has given to another process meanwhile is not
 * mistaken for the one that we knew, neither when asked for life nor when signalled.
 */
final class ProcessTree {

  private static final Logger LOG = LoggerFactory.getLogger(ProcessTree.class);
  private static final Path PROC = Path.of("/proc");

  /**
   * What the login shell is to print that Codex starts with each thread, to learn the user's
   * environment ({@code features.shell_snapshot}).
   */
  private static final String SNAPSHOT = "# Snapshot file";

  private final ProcessHandle root;
  private final ChildMark mark;
  private Set<ProcessHandle> descendants = Set.of();
  private boolean forgetsNothing;

  ProcessTree(ProcessHandle root, ChildMark mark) {
    this.root = root;
    this.mark = mark;
  }

  /**
   * Remembers the descendants of this moment instead of those remembered before, unless the root
   * has died: then its children have a new parent, and only what was seen before can tell of them.
   */
  void observe() {
    Set<ProcessHandle> found = below(root).collect(Collectors.toCollection(LinkedHashSet::new));
    boolean complete = root.isAlive();
    synchronized (this) {
      descendants = complete && !forgetsNothing ? found : union(descendants, found);
    }
  }

  /**
   * Remembers the descendants of this moment beside those remembered before, and from now on
   * forgets none: a child that goes ends its own children first, and so makes orphans of theirs
   * while it lives.
   */
  void extend() {
    synchronized (this) {
      forgetsNothing = true;
    }
    observe();
  }

  /**
   * The descendants last seen, the bearers of the mark, and theirs, that run; not the root. They
   * are remembered, for the case that those between them and the root go first.
   */
  Set<ProcessHandle> runningDescendants() {
    Set<ProcessHandle> known;
    synchronized (this) {
      known = new LinkedHashSet<>(descendants);
    }
    below(root).forEach(known::add);
    known.addAll(mark.bearers());
    known.remove(root);
    Set<ProcessHandle> running =
        known.stream()
            .flatMap(process -> Stream.concat(Stream.of(process), below(process)))
            .filter(ProcessTree::isRunning)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    synchronized (this) {
      descendants = union(descendants, running);
    }
    return running;
  }

  /** Whether a login shell of Codex's own runs, which is not a command and ends soon by itself. */
  boolean readsProfile() {
    return below(root)
        .anyMatch(process -> process.info().commandLine().orElse("").contains(SNAPSHOT));
  }

  /**
   * Whether {@code process} still runs. One that has ended but that its parent has not collected (a
   * zombie, as orphans stay where process 1 collects nothing) does not.
   */
  static boolean isRunning(ProcessHandle process) {
    return process.isAlive() && !isZombie(process.pid());
  }

  private static boolean isZombie(long pid) {
    if (!Platform.CURRENT.isLinux()) {
      return false;
    }
    Path stat = PROC.resolve(Long.toString(pid)).resolve("stat");
    try {
      // "pid (name) state ...", where the name may hold anything, parentheses and bytes included
      String text = Files.readString(stat, StandardCharsets.ISO_8859_1);
      int name = text.lastIndexOf(')');
      return name >= 0 && List.of('Z', 'X').contains(text.charAt(name + 2));
    } catch (NoSuchFileException e) {
      // The file goes with the process; without a /proc at all, the handle's word has to do.
      return Files.isDirectory(PROC.resolve("self"));
    } catch (IOException e) {
      LOG.debug("{} cannot be read, process {} counts as running", stat, pid, e);
      return false;
    }
  }

  /**
   * None for a process that has ended: its number may be another's, and the JDK looks by number.
   */
  private static Stream<ProcessHandle> below(ProcessHandle process) {
    return process.isAlive() ? process.descendants() : Stream.empty();
  }

  private static Set<ProcessHandle> union(Set<ProcessHandle> left, Set<ProcessHandle> right) {
    Set<ProcessHandle> all = new LinkedHashSet<>(left);
    all.addAll(right);
    return all;
  }

  /**
   * A variable in a child's environment by which what it started is found again.
   *
   * <p>A command such as {@code setsid nohup server &} ends at once and leaves a process that has
   * neither the child as an ancestor nor its session. It keeps the environment, unless Codex's
   * configuration gives commands another one. Linux only; elsewhere nothing is found so.
   */
  static final class ChildMark {

    /** The variable; its value differs from child to child. */
    static final String VARIABLE = "TALARIA_CHILD";

    private static final Logger LOG = LoggerFactory.getLogger(ChildMark.class);
    private static final int LOOKS = 4;
    private static final int ENVIRONMENT_LOOKS = 100;
    private static final int EMPTY_LOOKS = 3;
    private static final long KERNEL_THREAD = 0x0020_0000;
    private static final int ONE_READ = 64 * 1024;
    private static final long LOOK_PAUSE_NANOS = Duration.ofMillis(1).toNanos();

    private final String value;

    ChildMark() {
      this(UUID.randomUUID().toString());
    }

    /** That of a child which another process has started. */
    ChildMark(String value) {
      this.value = value;
    }

    String value() {
      return value;
    }

    /** The environment with the mark in it. */
    Map<String, String> on(Map<String, String> environment) {
      Map<String, String> marked = new HashMap<>(environment);
      marked.put(VARIABLE, value);
      return marked;
    }

    /**
     * All processes of this machine that bear the mark and may be looked at. Looks again when one
     * that was listed has ended: what it started before it did may not have been listed. Then it
     * looks at those that were not there before; a process has the mark from its beginning.
     */
    Set<ProcessHandle> bearers() {
      Set<ProcessHandle> found = new LinkedHashSet<>();
      Set<String> seen = new HashSet<>();
      ByteBuffer buffer = ByteBuffer.allocate(ONE_READ);
      boolean complete = !Platform.CURRENT.isLinux();
      for (int look = 0; look < LOOKS && !complete; look++) {
        complete = true;
        for (String number : numbers()) {
          if (seen.contains(number)) {
            continue;
          }
          String environment = environment(PROC.resolve(number), buffer);
          if (environment == null) {
            complete = false;
            continue;
          }
          seen.add(number);
          if (environment.contains("\0" + VARIABLE + "=" + value + "\0")) {
            ProcessHandle.of(Long.parseLong(number)).ifPresent(found::add);
          }
        }
      }
      return found;
    }

    /** All of the machine's: the JDK leaves out those that end while it makes its list. */
    private static List<String> numbers() {
      String[] names = PROC.toFile().list();
      return names == null
          ? List.of()
          : Stream.of(names).filter(name -> Character.isDigit(name.charAt(0))).toList();
    }

    /**
     * The entries, a NUL before and after each; empty if they may not be read; null if the process
     * has ended. While one starts another program in its place the system shows no environment, for
     * tens of microseconds or until a busy machine continues: then this looks again.
     */
    private static String environment(Path folder, ByteBuffer buffer) {
      int empty = 0;
      for (int look = 0; look < ENVIRONMENT_LOOKS; look++) {
        try {
          String entries = read(folder.resolve("environ"), buffer);
          if (!entries.isEmpty()) {
            return "\0" + entries;
          }
        } catch (AccessDeniedException e) {
          LOG.trace("{} is another user's", folder, e);
          return "";
        } catch (IOException e) {
          LOG.trace("{} has ended, or is the kernel's", folder, e);
        }
        Memory memory = Memory.of(folder, buffer);
        if (memory == Memory.GONE) {
          return null;
        }
        // In the middle of a change it is empty for a moment, too.
        empty = memory == Memory.EMPTY ? empty + 1 : 0;
        if (memory == Memory.KERNELS || empty == EMPTY_LOOKS) {
          return "";
        }
        LockSupport.parkNanos(LOOK_PAUSE_NANOS);
      }
      return "";
    }

    /** What a process without an environment is. */
    private enum Memory {
      GONE,
      KERNELS,
      EMPTY,
      IN_CHANGE;

      /** By proc_pid_stat(5), which counts its fields from 1; the third follows the name. */
      static Memory of(Path folder, ByteBuffer buffer) {
        String stat;
        try {
          stat = read(folder.resolve("stat"), buffer);
        } catch (IOException e) {
          LOG.trace("{} has gone", folder, e);
          return GONE;
        }
        String[] fromThird = stat.substring(stat.lastIndexOf(')') + 2).strip().split(" ");
        if ((Long.parseLong(fromThird[9 - 3]) & KERNEL_THREAD) != 0) {
          return KERNELS;
        }
        if (fromThird[23 - 3].equals("0")) {
          return GONE;
        }
        String begin = fromThird[50 - 3];
        String end = fromThird[51 - 3];
        return !end.equals("0") && end.equals(begin) ? EMPTY : IN_CHANGE;
      }
    }

    /** In one piece, where it is not of unusual size: between two reads it may be another's. */
    private static String read(Path file, ByteBuffer buffer) throws IOException {
      try (SeekableByteChannel channel = Files.newByteChannel(file)) {
        int length = Math.max(0, channel.read(buffer.clear()));
        byte[] rest =
            length < ONE_READ ? new byte[0] : Channels.newInputStream(channel).readAllBytes();
        return new String(buffer.array(), 0, length, StandardCharsets.ISO_8859_1)
            + new String(rest, StandardCharsets.ISO_8859_1);
      }
    }
  }
}

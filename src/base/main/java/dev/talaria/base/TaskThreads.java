package dev.talaria.base;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads for tasks that may block, such as handlers of the host: as many as there are tasks at a
 * time, named, and none of them keeps the JVM alive. On JDK 24 and newer they are virtual threads.
 *
 * <p>Safe for use by many threads. JDK 21 to 23 have virtual threads, too, but one that blocks in a
 * {@code synchronized} block of the host keeps a processor's carrier from all others (fixed by JEP
 * 491 in JDK 24): there they are used when the system property {@value #PROPERTY} is {@code true};
 * {@code false} does without them on every JDK.
 */
public final class TaskThreads {

  /** The system property that decides; read once. */
  public static final String PROPERTY = "talaria.virtualThreads";

  private static final int JDK_WITH_VIRTUAL_THREADS = 21;
  private static final int JDK_THAT_NEVER_PINS = 24;
  private static final Logger log = LoggerFactory.getLogger(TaskThreads.class);
  private static final boolean VIRTUAL =
      virtual(Runtime.version().feature(), System.getProperty(PROPERTY, ""));

  private TaskThreads() {}

  /**
   * {@return an executor with a thread for each task, the n-th of which is called {@code prefix-n}}
   *
   * @param prefix says in a thread dump whose threads they are
   * @param idleSeconds how long a platform thread waits for the next task; virtual ones never do
   */
  public static ExecutorService named(String prefix, long idleSeconds) {
    return VIRTUAL ? Virtual.executor(prefix) : platform(prefix, idleSeconds);
  }

  static ExecutorService platform(String prefix, long idleSeconds) {
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        idleSeconds,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        DaemonThreads.named(prefix));
  }

  /** Whether virtual threads are used on a JDK with that value of the property. */
  static boolean virtual(int jdk, String property) {
    return switch (property) {
      case "true" -> jdk >= JDK_WITH_VIRTUAL_THREADS;
      case "false" -> false;
      case "" -> jdk >= JDK_THAT_NEVER_PINS;
      default -> {
        log.warn("{} is neither true nor false; it is ignored", PROPERTY);
        yield virtual(jdk, "");
      }
    };
  }

  /** What JDK 21 added, by name: this is compiled for JDK 17. */
  private static final class Virtual {

    private static final MethodHandle OF_VIRTUAL;
    private static final MethodHandle NAME;
    private static final MethodHandle FACTORY;
    private static final MethodHandle EXECUTOR;

    static {
      try {
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        Class<?> builder = Class.forName("java.lang.Thread$Builder$OfVirtual");
        OF_VIRTUAL = lookup.findStatic(Thread.class, "ofVirtual", methodType(builder));
        NAME = lookup.findVirtual(builder, "name", methodType(builder, String.class, long.class));
        FACTORY = lookup.findVirtual(builder, "factory", methodType(ThreadFactory.class));
        EXECUTOR =
            lookup.findStatic(
                Executors.class,
                "newThreadPerTaskExecutor",
                methodType(ExecutorService.class, ThreadFactory.class));
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    static ExecutorService executor(String prefix) {
      try {
        Object named = NAME.invoke(OF_VIRTUAL.invoke(), prefix + "-", 1L);
        return (ExecutorService) EXECUTOR.invoke((ThreadFactory) FACTORY.invoke(named));
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException("virtual threads could not be made", e);
      }
    }
  }
}

package dev.talaria.bench.lab;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Objects;

/**
 * How much this JVM holds: live bytes of its heap and its threads.
 *
 * <p>Immutable. The scripted model's threads do not count; its objects do.
 *
 * @param heap bytes that a full collection leaves
 * @param threads platform threads of Java
 */
public record JvmLoad(long heap, int threads) {

  private static final int COLLECTIONS = 4;
  private static final String OF_THE_MODEL = "scripted-model-";

  /** Collects until no more is freed: what had a cleaner goes with a later collection. */
  public static JvmLoad now() {
    long heap = Long.MAX_VALUE;
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
      heap = Math.min(heap, Spending.liveHeap());
    }
    return new JvmLoad(heap, threadsOfOthersThanTheModel());
  }

  private static int threadsOfOthersThanTheModel() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return (int)
        Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
            .filter(Objects::nonNull)
            .map(ThreadInfo::getThreadName)
            .filter(name -> !name.startsWith(OF_THE_MODEL))
            .count();
  }
}

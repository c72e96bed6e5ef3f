package dev.talaria.bench.lab;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a piece of work takes on the calling thread: time, processor time, bytes allocated, and how
 * full the heap was at most.
 *
 * <p>Immutable. The peak counts what is garbage and not yet collected, too.
 *
 * @param nanos by the clock on the wall
 * @param cpuNanos processor time of this thread, which other programs disturb less
 * @param allocated bytes that this thread allocated
 * @param peakHeap bytes of the heap's pools, at most
 */
public record Spending(long nanos, long cpuNanos, long allocated, long peakHeap) {

  /** Work that may fail. */
  @FunctionalInterface
  public interface Work {
    void run() throws Exception;
  }

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Does the work on this thread and says what it took. */
  public static Spending of(Work work) throws Exception {
    System.gc();
    pools().forEach(MemoryPoolMXBean::resetPeakUsage);
    long allocated = THREADS.getCurrentThreadAllocatedBytes();
    long cpu = THREADS.getCurrentThreadCpuTime();
    long start = System.nanoTime();
    work.run();
    long nanos = System.nanoTime() - start;
    cpu = THREADS.getCurrentThreadCpuTime() - cpu;
    allocated = THREADS.getCurrentThreadAllocatedBytes() - allocated;
    return new Spending(nanos, cpu, allocated, peakSoFar());
  }

  private static Stream<MemoryPoolMXBean> pools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP);
  }

  /** What the last collections of the heap's pools left there, in bytes. */
  public static long liveHeap() {
    return pools()
        .map(MemoryPoolMXBean::getCollectionUsage)
        .filter(Objects::nonNull)
        .mapToLong(MemoryUsage::getUsed)
        .sum();
  }

  /** How full the heap's pools were at most since the last piece of work began, in bytes. */
  public static long peakSoFar() {
    return pools().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
  }

  public double seconds() {
    return nanos / 1e9;
  }

  public double cpuSeconds() {
    return cpuNanos / 1e9;
  }
}

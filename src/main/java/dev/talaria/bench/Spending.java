package dev.talaria.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/**
 * What a piece of work takes on the calling thread: time, bytes allocated, and how full the heap
 * was at most.
 *
 * <p>Immutable. The peak counts what is garbage and not yet collected, too.
 *
 * @param nanos by the clock on the wall
 * @param allocated bytes that this thread allocated
 * @param peakHeap bytes of the heap's pools, at most
 */
public record Spending(long nanos, long allocated, long peakHeap) {

  /** Work that may fail. */
  @FunctionalInterface
  public interface Work {
    void run() throws Exception;
  }

  private static final ThreadMXBean THREADS =
      (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Does the work on this thread and says what it took. */
  public static Spending of(Work work) throws Exception {
    System.gc();
    pools().forEach(MemoryPoolMXBean::resetPeakUsage);
    long allocated = THREADS.getCurrentThreadAllocatedBytes();
    long start = System.nanoTime();
    work.run();
    long nanos = System.nanoTime() - start;
    allocated = THREADS.getCurrentThreadAllocatedBytes() - allocated;
    long peak = pools().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    return new Spending(nanos, allocated, peak);
  }

  private static java.util.stream.Stream<MemoryPoolMXBean> pools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP);
  }

  double seconds() {
    return nanos / 1e9;
  }
}

package dev.talaria.bench.lab;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How long things took, in nanoseconds.
 *
 * <p>Used by one thread at a time; it keeps what it has room for, and counts the rest.
 */
public final class Percentiles {

  private final long[] nanos;
  private int count;
  private long sum;

  public Percentiles(int room) {
    nanos = new long[room];
  }

  public void add(long took) {
    if (count < nanos.length) {
      nanos[count] = took;
    }
    count++;
    sum += took;
  }

  public int count() {
    return count;
  }

  /** In milliseconds, of all. */
  public double mean() {
    return sum / 1e6 / count;
  }

  /** How much longer than {@code other} each took that was measured beside it. */
  public Percentiles beyond(Percentiles other) {
    Percentiles differences = new Percentiles(Math.min(count, other.count));
    for (int i = 0; i < differences.nanos.length; i++) {
      differences.add(nanos[i] - other.nanos[i]);
    }
    return differences;
  }

  /** The value in milliseconds that {@code percent} of all do not exceed; null without any. */
  public Double millis(double percent) {
    int kept = Math.min(count, nanos.length);
    if (kept == 0) {
      return null;
    }
    long[] sorted = Arrays.copyOf(nanos, kept);
    Arrays.sort(sorted);
    int rank = (int) Math.ceil(kept * percent / 100);
    return sorted[Math.max(0, rank - 1)] / 1e6;
  }

  /** The median of a list that is not empty; of an even number the mean of the middle two. */
  public static <T> double median(List<T> measured, ToDoubleFunction<T> value) {
    double[] sorted = measured.stream().mapToDouble(value).toArray();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}

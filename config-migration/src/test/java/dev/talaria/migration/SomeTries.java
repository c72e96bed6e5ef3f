package dev.talaria.migration;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AroundTryHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.TryExecutionResult;
import net.jqwik.api.lifecycle.TryExecutor;
import net.jqwik.api.lifecycle.TryLifecycleContext;

/**
 * Ends a property after one of {@link #ONE_IN} of its tries, for those that take most of a minute:
 * {@code mvn verify} makes a tenth of them, {@code .ci/run} a sixteenth, the fault suite all.
 *
 * <p>Thread-safe.
 */
final class SomeTries implements AroundTryHook {

  static final int ONE_IN = Integer.getInteger("talaria.property.oneIn", 1);

  private final Map<Method, Integer> done = new ConcurrentHashMap<>();

  /** A class that names this says it for its properties. */
  @Override
  public PropagationMode propagateTo() {
    return PropagationMode.ALL_DESCENDANTS;
  }

  @Override
  public TryExecutionResult aroundTry(
      TryLifecycleContext context, TryExecutor execution, List<Object> parameters) {
    Method property = context.targetMethod();
    TryExecutionResult result = execution.execute(parameters);
    int tries = property.getAnnotation(Property.class).tries() / ONE_IN;
    // A failed one is followed by tries with smaller values, which are not ended here.
    boolean isLast = done.merge(property, 1, Integer::sum) == tries;
    return isLast && result.isSatisfied() ? TryExecutionResult.satisfied(true) : result;
  }
}

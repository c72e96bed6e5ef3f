package dev.talaria.cli.process;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Ctrl-C: the first time it runs an action, the second time it ends the program.
 *
 * <p>The JDK has no public way to hear a signal, so {@code sun.misc.Signal} (module
 * jdk.unsupported, in 17 and 25) is called by reflection; without it Ctrl-C ends the program at
 * once.
 */
public final class Interrupts {

  private static final int EXIT_BY_SIGINT = 130;

  private Interrupts() {}

  /** Sets what the first Ctrl-C does. */
  public static void onFirst(Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      boolean[] pressed = {false};
      InvocationHandler invocation =
          (proxy, method, arguments) -> answer(proxy, method, arguments, action, pressed);
      Object listener =
          Proxy.newProxyInstance(
              Interrupts.class.getClassLoader(), new Class<?>[] {handler}, invocation);
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance("INT"), listener);
    } catch (ReflectiveOperationException | RuntimeException e) {
      Logger.getLogger(Interrupts.class.getName())
          .log(Level.FINE, "signals cannot be heard on this JVM", e);
    }
  }

  private static Object answer(
      Object proxy, Method method, Object[] arguments, Runnable action, boolean[] pressed) {
    return switch (method.getName()) {
      case "handle" -> {
        if (pressed[0]) {
          // The exit waits for shutdown hooks, which end the child: not on the signal's thread.
          new Thread(() -> System.exit(EXIT_BY_SIGINT), "talaria-exit").start();
        } else {
          pressed[0] = true;
          action.run();
        }
        yield null;
      }
      case "hashCode" -> System.identityHashCode(proxy);
      case "equals" -> proxy == arguments[0];
      default -> "Ctrl-C";
    };
  }
}

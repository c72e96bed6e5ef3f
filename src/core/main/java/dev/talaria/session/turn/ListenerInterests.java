package dev.talaria.session.turn;

import dev.talaria.base.Guard;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.protocol.wire.DeltaLine;
import dev.talaria.session.listener.TurnListener;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Which deltas a listener wants: those whose method it has of its own; all of them where its class
 * cannot be looked at, as when a class that one of its methods names is missing.
 *
 * <p>Safe for use by many threads; each class is looked at once.
 */
final class ListenerInterests extends ClassValue<Set<DeltaLine.Kind>> {

  private static final ListenerInterests KNOWN = new ListenerInterests();

  private static final Map<DeltaLine.Kind, String> METHODS =
      Map.of(
          DeltaLine.Kind.MESSAGE, "onTextDelta",
          DeltaLine.Kind.REASONING, "onReasoningDelta",
          DeltaLine.Kind.COMMAND_OUTPUT, "onCommandOutput");

  private ListenerInterests() {}

  static Set<DeltaLine.Kind> of(TurnListener listener) {
    return KNOWN.get(listener.getClass());
  }

  @Override
  protected Set<DeltaLine.Kind> computeValue(Class<?> type) {
    return Guard.of("a look at the class of a turn's listener")
        .call(() -> wantedBy(type), failure -> METHODS.keySet());
  }

  private static Set<DeltaLine.Kind> wantedBy(Class<?> type) {
    Set<DeltaLine.Kind> wanted = EnumSet.noneOf(DeltaLine.Kind.class);
    METHODS.forEach(
        (kind, method) -> {
          if (isOwn(type, method, String.class, String.class)
              || isOwn(type, "onNotification", ServerNotification.class)) {
            wanted.add(kind);
          }
        });
    return Set.copyOf(wanted);
  }

  private static boolean isOwn(Class<?> type, String method, Class<?>... parameters) {
    try {
      return type.getMethod(method, parameters).getDeclaringClass() != TurnListener.class;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("every listener has " + method, e);
    }
  }
}

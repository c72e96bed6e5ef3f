package dev.talaria.session.listener;

import dev.talaria.base.Guard;
import dev.talaria.protocol.AccountLimits;
import dev.talaria.rpc.TraceContext;
import dev.talaria.session.CodexSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Several observers as one, such as one for traces and one for metrics: each is told in the order
 * given, and what one throws does not reach the others. The first that has a trace context gives
 * it.
 *
 * <p>Immutable, and safe for use by many threads if its members are.
 */
public final class ObserverGroup implements TalariaObserver {

  private final Guard guard = Guard.of("an observer of a group");
  private final List<TalariaObserver> members;

  private ObserverGroup(List<TalariaObserver> members) {
    this.members = members;
  }

  /**
   * {@return an observer that tells all of these}
   *
   * @param observers copied; groups among them are dissolved
   */
  public static TalariaObserver of(List<? extends TalariaObserver> observers) {
    List<TalariaObserver> members =
        observers.stream()
            .flatMap(one -> members(one).stream())
            .filter(one -> one != NONE)
            .toList();
    return switch (members.size()) {
      case 0 -> NONE;
      case 1 -> members.get(0);
      default -> new ObserverGroup(members);
    };
  }

  /**
   * {@return who is told by an observer: the members of a group, or the observer itself}
   *
   * @param observer not null
   */
  public static List<TalariaObserver> members(TalariaObserver observer) {
    return observer instanceof ObserverGroup group ? group.members : List.of(observer);
  }

  private void tell(Guard.Event<TalariaObserver> event) {
    members.forEach(member -> guard.tell(member, event));
  }

  @Override
  public void onConnection(ConnectionEvent event) {
    tell(to -> to.onConnection(event));
  }

  @Override
  public void onAccountLimits(AccountLimits limits) {
    tell(to -> to.onAccountLimits(limits));
  }

  @Override
  public void onSessionOpened(CodexSession session) {
    tell(to -> to.onSessionOpened(session));
  }

  @Override
  public void onSessionClosed(CodexSession session) {
    tell(to -> to.onSessionClosed(session));
  }

  /** A turn asks each of the {@link #members}, so that each hears only what it listens to. */
  @Override
  public TurnObserver onTurn(ObservedTurn turn) {
    throw new UnsupportedOperationException("a group has no turn observer; ask its members");
  }

  @Override
  public ModelCallObserver onModelCall(String operation, String model) {
    List<ModelCallObserver> asked = new ArrayList<>();
    tell(
        to -> {
          ModelCallObserver one = to.onModelCall(operation, model);
          if (one != null && one != ModelCallObserver.NONE) {
            asked.add(one);
          }
        });
    return asked.isEmpty() ? ModelCallObserver.NONE : new OfModelCall(List.copyOf(asked));
  }

  @Override
  public Optional<TraceContext> traceContext() {
    return members.stream()
        .map(one -> guard.call(one::traceContext, failure -> Optional.<TraceContext>empty()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The observers of one model call. */
  private final class OfModelCall implements ModelCallObserver {

    private final List<ModelCallObserver> observers;

    private OfModelCall(List<ModelCallObserver> observers) {
      this.observers = observers;
    }

    @Override
    public ContextScope enter() {
      List<ContextScope> entered = new ArrayList<>();
      observers.forEach(one -> guard.run(() -> entered.add(one.enter())));
      Collections.reverse(entered);
      return () -> entered.forEach(scope -> guard.run(scope::close));
    }

    @Override
    public void onAttempt(int number, Duration waited) {
      observers.forEach(one -> guard.tell(one, to -> to.onAttempt(number, waited)));
    }

    @Override
    public void onEnded(String failure) {
      observers.forEach(one -> guard.tell(one, to -> to.onEnded(failure)));
    }
  }
}

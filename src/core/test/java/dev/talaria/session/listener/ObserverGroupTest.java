package dev.talaria.session.listener;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.talaria.protocol.AccountLimits;
import dev.talaria.rpc.TraceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Several observers as one. */
class ObserverGroupTest {

  private static final TraceContext TRACE =
      new TraceContext("00-0af7651916cd43dd8448eb211c80319c-0000000000000001-01", "");

  private final List<String> told = new ArrayList<>();

  private final class Named implements TalariaObserver {

    private final String name;

    Named(String name) {
      this.name = name;
    }

    @Override
    public void onAccountLimits(AccountLimits limits) {
      told.add(name + " limits");
      throw new IllegalStateException("an observer that is broken");
    }

    @Override
    public ModelCallObserver onModelCall(String operation, String model) {
      return new ModelCallObserver() {
        @Override
        public ContextScope enter() {
          told.add(name + " enters");
          return () -> told.add(name + " leaves");
        }

        @Override
        public void onEnded(String failure) {
          told.add(name + " ended");
        }
      };
    }

    @Override
    public Optional<TraceContext> traceContext() {
      return name.equals("b") ? Optional.of(TRACE) : Optional.empty();
    }
  }

  @Test
  void each_is_told_whatever_the_others_do() {
    TalariaObserver group = ObserverGroup.of(List.of(new Named("a"), new Named("b")));
    group.onAccountLimits(AccountLimits.UNKNOWN);
    ModelCallObserver call = group.onModelCall("text", "");
    call.enter().close();
    call.onEnded("");
    assertEquals(
        List.of(
            "a limits",
            "b limits",
            "a enters",
            "b enters",
            "b leaves",
            "a leaves",
            "a ended",
            "b ended"),
        told);
    assertEquals(Optional.of(TRACE), group.traceContext());
    assertEquals(2, ObserverGroup.members(group).size());
  }

  @Test
  void one_is_itself_and_none_is_nobody() {
    TalariaObserver one = new Named("a");
    assertSame(one, ObserverGroup.of(List.of(one, TalariaObserver.NONE)));
    assertSame(TalariaObserver.NONE, ObserverGroup.of(List.of()));
  }
}

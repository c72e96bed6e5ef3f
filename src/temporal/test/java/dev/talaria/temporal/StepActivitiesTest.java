package dev.talaria.temporal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.base.TalariaException;
import dev.talaria.durable.DurableTurn;
import dev.talaria.durable.NextStep;
import dev.talaria.durable.PlaceLostException;
import dev.talaria.durable.ThreadPlace;
import dev.talaria.durable.TurnSteps;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StepActivitiesTest {

  private static final ThreadPlace PLACE = new ThreadPlace("here", "/home", "/work");

  private static DurableRunActivities failing(RuntimeException failure) {
    return new StepActivities(
        TurnSteps.builder(
                place -> {
                  throw failure;
                })
            .build());
  }

  @Test
  void the_history_gets_a_short_failure_without_secrets_and_frames() {
    String secret = "sk-proj-" + "a1B2c3D4".repeat(6);
    DurableRunActivities steps =
        failing(new TalariaException("OPENAI_API_KEY=" + secret + " failed " + "x".repeat(2_000)));
    Thread.currentThread().interrupt();
    ApplicationFailure failure =
        assertThrows(
            ApplicationFailure.class,
            () -> steps.openThread(new NextStep.OpenThread(PLACE, "run", "")));
    assertFalse(Thread.interrupted(), "an interrupted thread could not report it");
    assertFalse(failure.getOriginalMessage().contains(secret), failure.getOriginalMessage());
    assertTrue(failure.getOriginalMessage().length() <= 1_000);
    assertEquals(TalariaException.class.getName(), failure.getType());
    assertEquals(0, failure.getStackTrace().length);
    assertNull(failure.getCause());
    assertFalse(failure.isNonRetryable(), "it is tried again");
  }

  @Test
  void a_turn_in_a_lost_place_needs_no_interruption() {
    failing(new PlaceLostException(PLACE, "the disk is gone"))
        .interrupt(new DurableTurn(PLACE, "thread", "run#1", "do it"));
  }

  @Test
  void the_queue_of_a_place_names_machine_and_home_and_not_the_workspace() {
    String queue = TaskQueues.of(PLACE);
    assertTrue(queue.startsWith("talaria:here:"), queue);
    assertEquals(queue, TaskQueues.of(new ThreadPlace("here", "/home", "/elsewhere")));
    assertNotEquals(queue, TaskQueues.of(new ThreadPlace("here", "/other", "/work")));
  }

  @Test
  void settings_that_could_not_work_are_refused() {
    RunSettings settings = RunSettings.defaults();
    assertThrows(IllegalArgumentException.class, () -> settings.withSteps(0));
    assertThrows(
        IllegalArgumentException.class, () -> settings.withHeartbeatLimit(Duration.ofMillis(900)));
    assertThrows(
        IllegalArgumentException.class, () -> settings.withWorkerLimit(Duration.ofSeconds(-1)));
    assertEquals(
        new RunSettings(5, 60, 3_600),
        settings
            .withSteps(5)
            .withHeartbeatLimit(Duration.ofMinutes(1))
            .withWorkerLimit(Duration.ofHours(1)));
  }
}

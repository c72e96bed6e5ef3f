package dev.talaria.architecture;

import static com.tngtech.archunit.lang.ConditionEvent.createMessage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaMethodReference;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.approval.ApprovalPolicy;
import dev.talaria.approval.HostServices;
import dev.talaria.base.Guard;
import dev.talaria.host.HostDisplay;
import dev.talaria.llm.LoopRequest;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.listener.ConnectionListener;
import dev.talaria.session.listener.SessionListener;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.tools.HostTool;
import dev.talaria.tools.ToolHandler;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Code of the host is called through {@link Guard} alone.
 *
 * <p>A call of the host is either in a lambda of a method that gives a lambda to a guard, or in a
 * class that implements the same interface and is called through a guard itself. The types of those
 * lambdas are the guard's own, and nobody else runs them.
 *
 * <p>Left out is what runs on a thread of the host's own, whose failure comes out of the host's own
 * call: its agent, its source of sessions, its store of settings. The bench is not part of the
 * library.
 */
@AnalyzeClasses(
    packages = "dev.talaria",
    importOptions = {ImportOption.DoNotIncludeTests.class, WithoutTestJars.class})
class HostCallsTest {

  private static final Set<Class<?>> HOST_INTERFACES =
      Set.of(
          TurnListener.class,
          SessionListener.class,
          ApprovalHandler.class,
          ApprovalPolicy.class,
          ConnectionListener.class,
          HostServices.class,
          HostDisplay.class,
          ToolHandler.class,
          ToolHandler.Blocking.class,
          StreamingChatResponseHandler.class);

  /** Where a piece of code is kept whose type is one of Java's: who asks for it is to run it. */
  private static final Map<String, Set<String>> KEPT =
      Map.of(
          SessionOptions.class.getName(),
          Set.of("audit"),
          "dev.talaria.llm.call.CallOptions",
          Set.of("onDelta", "onMetrics"),
          LoopRequest.class.getName(),
          Set.of("onStep"),
          HostTool.class.getName(),
          Set.of("handler"));

  private static final Set<String> GUARDED =
      Set.of(Guard.Action.class.getName(), Guard.Call.class.getName(), Guard.Event.class.getName());

  @ArchTest
  static final ArchRule code_of_the_host_is_called_through_the_guard =
      classes()
          .that()
          .resideOutsideOfPackages("dev.talaria.bench..", "dev.talaria.fixtures..")
          .should(
              new ArchCondition<>("call the host's interfaces through the guard") {
                @Override
                public void check(JavaClass caller, ConditionEvents events) {
                  accesses(caller)
                      .filter(HostCallsTest::isOfHost)
                      .filter(access -> !isGuarded(access))
                      .forEach(
                          access ->
                              events.add(
                                  SimpleConditionEvent.violated(access, access.getDescription())));
                }
              });

  @ArchTest
  static final ArchRule what_is_given_to_the_guard_is_run_by_the_guard =
      classes()
          .that()
          .doNotBelongToAnyOf(Guard.class)
          .should(
              new ArchCondition<>("not run what is for a guard") {
                @Override
                public void check(JavaClass caller, ConditionEvents events) {
                  accesses(caller)
                      .filter(access -> GUARDED.contains(access.getTargetOwner().getName()))
                      .forEach(
                          access ->
                              events.add(
                                  SimpleConditionEvent.violated(
                                      access, createMessage(caller, access.getDescription()))));
                }
              });

  private static Stream<JavaCodeUnitAccess<?>> accesses(JavaClass caller) {
    return Stream.concat(
        caller.getMethodCallsFromSelf().stream(), caller.getMethodReferencesFromSelf().stream());
  }

  private static boolean isOfHost(JavaCodeUnitAccess<?> access) {
    AccessTarget.CodeUnitAccessTarget target = access.getTarget();
    String owner = target.getOwner().getName();
    if (KEPT.getOrDefault(owner, Set.of()).contains(target.getName())) {
      return !access.getOriginOwner().getName().startsWith(owner);
    }
    boolean isStatic =
        target
            .resolveMember()
            .map(member -> member.getModifiers().contains(JavaModifier.STATIC))
            .orElse(false);
    return !isStatic
        && HOST_INTERFACES.stream().anyMatch(type -> type.getName().equals(owner))
        && !isCombination(target)
        // Final in Object; from JDK 18 on the compiler names the interface in the call.
        && !target.getName().equals("getClass");
  }

  /** Makes another policy of one, and does not ask it. */
  private static boolean isCombination(AccessTarget.CodeUnitAccessTarget target) {
    return target.getOwner().isEquivalentTo(ApprovalPolicy.class)
        && !target.getName().equals("rule");
  }

  private static boolean isGuarded(JavaCodeUnitAccess<?> access) {
    JavaClass caller = access.getOriginOwner();
    JavaClass owner = access.getTargetOwner();
    if (caller.isAssignableTo(owner.getName())
        || owner.getEnclosingClass().filter(caller::equals).isPresent()) {
      return true;
    }
    boolean inLambda = access.isDeclaredInLambda() || access instanceof JavaMethodReference;
    return inLambda && callsGuard(access.getOrigin());
  }

  private static boolean callsGuard(JavaCodeUnit method) {
    return method.getMethodCallsFromSelf().stream()
        .flatMap(call -> call.getTarget().getRawParameterTypes().stream())
        .anyMatch(type -> GUARDED.contains(type.getName()));
  }
}

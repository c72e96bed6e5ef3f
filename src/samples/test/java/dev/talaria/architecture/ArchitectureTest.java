package dev.talaria.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessField;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import dev.talaria.appserver.ConnectionCalls;
import dev.talaria.appserver.ServerCalls;
import dev.talaria.base.TalariaException;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Holds the house together: who may use whom, and which library stays in which room. */
@AnalyzeClasses(
    packages = "dev.talaria",
    importOptions = {ImportOption.DoNotIncludeTests.class, WithoutTestJars.class})
class ArchitectureTest {

  @ArchTest
  static final ArchRule a_clock_that_jumps_changes_no_limit =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.talaria.session..",
              "dev.talaria.appserver..",
              "dev.talaria.rpc..",
              "dev.talaria.server..",
              "dev.talaria.host..")
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.time.Clock")
          .because("limits count System.nanoTime; what a person reads is an Instant");

  @ArchTest
  static final ArchRule rooms_are_used_downwards_only =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("base")
          .definedBy("dev.talaria.base..")
          .layer("migration")
          .definedBy("dev.talaria.migration..")
          .layer("fixtures")
          .definedBy("dev.talaria.fixtures..")
          .layer("rpc")
          .definedBy("dev.talaria.rpc..")
          .layer("codex")
          .definedBy("dev.talaria.codex..")
          .layer("protocol")
          .definedBy("dev.talaria.protocol..")
          .layer("appserver")
          .definedBy("dev.talaria.appserver..")
          .layer("server")
          .definedBy("dev.talaria.server..")
          .layer("transcript")
          .definedBy("dev.talaria.transcript..")
          .layer("approval")
          .definedBy("dev.talaria.approval..")
          .layer("service")
          .definedBy("dev.talaria.service..")
          .layer("session")
          .definedBy("dev.talaria.session..")
          .layer("tools")
          .definedBy("dev.talaria.tools..")
          .layer("durable")
          .definedBy("dev.talaria.durable..")
          .layer("restate")
          .definedBy("dev.talaria.restate..")
          .layer("temporal")
          .definedBy("dev.talaria.temporal..")
          .layer("telemetry")
          .definedBy("dev.talaria.telemetry..")
          .layer("host")
          .definedBy("dev.talaria.host..")
          .layer("llm")
          .definedBy("dev.talaria.llm..")
          .layer("viewer")
          .definedBy("dev.talaria.viewer..")
          .layer("spring")
          .definedBy("dev.talaria.spring..")
          .layer("bench")
          .definedBy("dev.talaria.bench..")
          .layer("cli")
          .definedBy("dev.talaria.cli..")
          .withOptionalLayers(true)
          .whereLayer("base")
          .mayNotAccessAnyLayer()
          .whereLayer("migration")
          .mayOnlyAccessLayers("base")
          .whereLayer("fixtures")
          .mayOnlyAccessLayers("base")
          .whereLayer("rpc")
          .mayOnlyAccessLayers("base")
          .whereLayer("codex")
          .mayOnlyAccessLayers("base")
          .whereLayer("protocol")
          .mayOnlyAccessLayers("base")
          .whereLayer("appserver")
          .mayOnlyAccessLayers("base", "rpc", "codex", "protocol")
          .whereLayer("server")
          .mayOnlyAccessLayers("base", "rpc", "codex", "protocol")
          .whereLayer("transcript")
          .mayOnlyAccessLayers("protocol")
          .whereLayer("approval")
          .mayOnlyAccessLayers("base", "protocol")
          .whereLayer("service")
          .mayOnlyAccessLayers("base", "rpc", "protocol")
          .whereLayer("session")
          .mayOnlyAccessLayers(
              "base",
              "rpc",
              "codex",
              "protocol",
              "appserver",
              "server",
              "transcript",
              "approval",
              "service")
          .whereLayer("tools")
          .mayOnlyAccessLayers("base", "codex", "protocol", "approval", "session")
          .whereLayer("durable")
          .mayOnlyAccessLayers(
              "base", "codex", "protocol", "server", "approval", "session", "transcript")
          .whereLayer("restate")
          .mayOnlyAccessLayers("base", "durable", "protocol", "approval", "session", "transcript")
          .whereLayer("temporal")
          .mayOnlyAccessLayers("base", "approval", "session", "durable")
          .whereLayer("telemetry")
          .mayOnlyAccessLayers("base", "rpc", "protocol", "transcript", "approval", "session")
          .whereLayer("host")
          .mayOnlyAccessLayers(
              "base",
              "migration",
              "rpc",
              "codex",
              "protocol",
              "appserver",
              "transcript",
              "approval",
              "session")
          .whereLayer("llm")
          .mayOnlyAccessLayers(
              "base",
              "rpc",
              "codex",
              "protocol",
              "appserver",
              "transcript",
              "approval",
              "service",
              "session",
              "tools")
          .whereLayer("viewer")
          .mayOnlyAccessLayers("base", "protocol", "approval", "service", "session")
          .whereLayer("spring")
          .mayOnlyAccessLayers(
              "base",
              "rpc",
              "codex",
              "protocol",
              "server",
              "approval",
              "session",
              "tools",
              "llm",
              "telemetry")
          .whereLayer("bench")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      SlicesRuleDefinition.slices().matching("dev.talaria.(*)..").should().beFreeOfCycles();

  /** What a session is made of; its public types in the package above are used by all of it. */
  @ArchTest
  static final ArchRule packages_of_a_session_have_no_cycles =
      SlicesRuleDefinition.slices().matching("dev.talaria.session.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule packages_of_commands_have_no_cycles =
      SlicesRuleDefinition.slices().matching("dev.talaria.cli.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule packages_of_model_calls_have_no_cycles =
      SlicesRuleDefinition.slices().matching("dev.talaria.llm.(*)..").should().beFreeOfCycles();

  /** Which uses them all. */
  @ArchTest
  static final ArchRule no_package_of_commands_uses_the_package_that_starts_them =
      noClasses()
          .that()
          .resideInAPackage("dev.talaria.cli.*..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.talaria.cli");

  @ArchTest
  static final ArchRule jsonrpc4j_stays_in_rpc_but_for_the_annotations_of_what_codex_may_call =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.talaria.rpc..")
          .and()
          .areNotAssignableTo(ServerCalls.class)
          .and()
          .areNotAssignableTo(ConnectionCalls.class)
          .should()
          .dependOnClassesThat(resideInAPackage("com.googlecode.jsonrpc4j.."));

  @ArchTest
  static final ArchRule commons_exec_stays_in_codex =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.talaria.codex..")
          .should()
          .dependOnClassesThat(resideInAPackage("org.apache.commons.exec.."));

  @ArchTest
  static final ArchRule java_websocket_stays_in_rpc_transport =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.talaria.rpc.transport..")
          .should()
          .dependOnClassesThat(resideInAPackage("org.java_websocket.."));

  /** So that tools without a server need no MCP SDK. */
  @ArchTest
  static final ArchRule mcp_and_its_reactor_stay_in_tools_mcp =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.talaria.tools.mcp..", "dev.talaria.fixtures..")
          .and()
          .resideOutsideOfPackages("dev.talaria.llm.springai..", "dev.talaria.spring..")
          .should()
          .dependOnClassesThat(resideInAnyPackage("io.modelcontextprotocol..", "reactor.."));

  @ArchTest
  static final ArchRule who_listens_for_http_is_known =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.talaria.tools.mcp..",
              "dev.talaria.fixtures..",
              "dev.talaria.restate..",
              "dev.talaria.viewer..")
          .should()
          .dependOnClassesThat(resideInAnyPackage("com.sun.net.httpserver.."));

  @ArchTest
  static final ArchRule restate_stays_in_its_module =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.talaria.restate..")
          .should()
          .dependOnClassesThat(resideInAnyPackage("dev.restate..", "io.vertx.."));

  @ArchTest
  static final ArchRule tools_know_nothing_of_their_servers =
      noClasses()
          .that()
          .resideInAnyPackage("dev.talaria.tools", "dev.talaria.tools.internal..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.talaria.tools.mcp..");

  /** Their libraries are optional: the rest is loaded without them. */
  @ArchTest
  static final ArchRule langchain4j_stays_in_its_bridge =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.talaria.llm.langchain4j..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("dev.langchain4j..", "dev.talaria.llm.langchain4j.."));

  @ArchTest
  static final ArchRule spring_stays_in_its_bridge_and_its_starter =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.talaria.llm.springai..", "dev.talaria.spring..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("org.springframework..", "dev.talaria.llm.springai.."));

  @ArchTest
  static final ArchRule opentelemetry_and_micrometer_stay_in_telemetry =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.talaria.telemetry..",
              "dev.talaria.llm.springai..",
              "dev.talaria.spring..",
              "dev.talaria.bench..")
          .should()
          .dependOnClassesThat(resideInAnyPackage("io.opentelemetry..", "io.micrometer.."));

  /** A program without Micrometer loads the rest. */
  @ArchTest
  static final ArchRule micrometer_stays_in_its_own_classes =
      noClasses()
          .that()
          .resideInAPackage("dev.talaria.telemetry..")
          .and()
          .haveNameNotMatching(".*\\.Micrometer.*")
          .should()
          .dependOnClassesThat(resideInAnyPackage("io.micrometer.."));

  @ArchTest
  static final ArchRule the_spring_bridge_uses_of_reactor_only_the_stream_that_spring_wants =
      noClasses()
          .that()
          .resideInAPackage("dev.talaria.llm.springai..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.modelcontextprotocol..")
                  .or(resideInAPackage("com.sun.net.httpserver..")));

  @ArchTest
  static final ArchRule jackson_3_stays_in_the_generator_of_schemas =
      noClasses()
          .that()
          .doNotHaveSimpleName("TypeSchema")
          .should()
          .dependOnClassesThat(resideInAPackage("tools.jackson.."));

  @ArchTest
  static final ArchRule json_schema_is_the_business_of_tools_and_model_calls =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.talaria.tools..", "dev.talaria.llm..")
          .should()
          .dependOnClassesThat(resideInAnyPackage("com.networknt..", "com.github.victools.."));

  @ArchTest
  static final ArchRule the_library_knows_neither_command_line_nor_fixtures =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.talaria.cli..", "dev.talaria.bench..", "dev.talaria.fixtures..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "picocli..",
                  "org.jline..",
                  "com.github.difflib..",
                  "dev.talaria.fixtures..",
                  "java.util.logging.."))
          .orShould(accessField(System.class, "out"));

  @ArchTest
  static final ArchRule the_transcript_does_no_input_or_output =
      noClasses()
          .that()
          .resideInAPackage("dev.talaria.transcript..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.io..", "java.nio.file..", "java.net..");

  /** Rules name folders, and the audit names a file; two classes look at what is there. */
  @ArchTest
  static final ArchRule the_approvals_do_no_input_or_output_but_for_paths_and_audit =
      noClasses()
          .that()
          .resideInAPackage("dev.talaria.approval..")
          .and()
          .doNotHaveSimpleName("PathMatch")
          .and()
          .doNotHaveSimpleName("AuditFile")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("java.io..", "java.nio.file..", "java.net..")
                  .and(not(belongToAnyOf(Path.class, IOException.class, Serializable.class))));

  @ArchTest
  static final ArchRule reading_a_shell_knows_no_approval =
      noClasses()
          .that()
          .resideInAPackage("dev.talaria.approval.shell..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.talaria.approval..")
                  .and(not(resideInAPackage("dev.talaria.approval.shell.."))));

  @ArchTest
  static final ArchRule what_policies_are_made_of_is_used_by_the_approvals_only =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.talaria.approval..")
          .should()
          .dependOnClassesThat(resideInAPackage("dev.talaria.approval.policy.."));

  @ArchTest
  static final ArchRule yaml_is_read_in_one_place =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.talaria.migration.yaml")
          .should()
          .dependOnClassesThat(resideInAPackage("org.snakeyaml.."));

  @ArchTest
  static void two_types_never_share_a_simple_name(JavaClasses classes) {
    Map<String, List<String>> byName =
        classes.stream()
            .filter(JavaClass::isTopLevelClass)
            .filter(type -> !type.getSimpleName().endsWith("-info"))
            .collect(
                groupingBy(JavaClass::getSimpleName, mapping(JavaClass::getFullName, toList())));
    byName.values().removeIf(types -> types.size() == 1);
    assertEquals(Map.of(), byName);
  }

  @ArchTest
  static final ArchRule exceptions_are_one_family =
      classes()
          .that()
          .areAssignableTo(Throwable.class)
          .and()
          .resideOutsideOfPackage("dev.talaria.fixtures..")
          .should()
          .beAssignableTo(TalariaException.class);
}

package dev.talaria.cli.doctor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.base.VisibleText;
import dev.talaria.cli.codex.CodexSelection;
import dev.talaria.cli.host.HostSettings;
import dev.talaria.cli.process.ConsoleCommand;
import dev.talaria.cli.terminal.Durations;
import dev.talaria.codex.CodexOptions;
import dev.talaria.host.ApprovalSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code talaria doctor}: is Codex there, does it start, is there a login, is its config sound? */
@Command(
    name = "doctor",
    description = "Checks Codex, its login and its configuration, and says what to do.")
public final class DoctorCommand extends ConsoleCommand {

  @Mixin private CodexSelection selection;

  @Option(
      names = "--host-config",
      paramLabel = "FILE",
      description = "A YAML file whose 'approvals' are to be explained and whose 'llm' is tried.")
  private Path hostConfig;

  @Option(names = "--fast", description = "Asks no model: the probe of 'llm' is left out.")
  private boolean fast;

  @Option(names = "--json", description = "Prints one JSON document on standard output.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    CodexOptions options = selection.options().build();
    List<Finding> findings = new Examination(options).run();
    boolean startable = isSound(findings);
    Optional<ApprovalSettings> approvals = approvals(findings);
    LlmExamination llm = new LlmExamination(hostConfig, options, fast);
    if (hostConfig != null && approvals.isPresent()) {
      findings.addAll(llm.run(startable));
    }
    if (json) {
      printJson(findings, approvals, llm);
    } else {
      printText(findings);
    }
    if (findings.stream().anyMatch(finding -> finding.state() == Finding.State.MISSING)) {
      return NO_CODEX;
    }
    return isSound(findings) ? FINE : FAILED;
  }

  /** Whether nothing stands in the way of a session. */
  private static boolean isSound(List<Finding> findings) {
    return findings.stream()
        .noneMatch(
            finding ->
                finding.state() == Finding.State.BAD || finding.state() == Finding.State.MISSING);
  }

  /** The approvals of the host's configuration, if there are any that can be read. */
  private Optional<ApprovalSettings> approvals(List<Finding> findings) {
    if (hostConfig == null) {
      return Optional.empty();
    }
    try {
      ApprovalSettings settings = HostSettings.approvals(hostConfig, Path.of(""));
      findings.addAll(approvals(settings));
      return Optional.of(settings);
    } catch (IOException | IllegalArgumentException e) {
      findings.add(
          Finding.bad("approval", e.getMessage(), "mend it; until then it cannot be used at all"));
      return Optional.empty();
    }
  }

  /** What the approvals do, in the order in which it counts. */
  private static List<Finding> approvals(ApprovalSettings settings) {
    List<Finding> findings = new ArrayList<>();
    settings.describe().forEach(rule -> findings.add(Finding.good("approval", rule)));
    String rest = settings.mode().rest() + " (mode " + settings.mode().word() + ")";
    findings.add(
        settings.mode() == ApprovalSettings.Mode.OFF
            ? Finding.note("approval", rest, "write mode: ask, and allow what may run by rules")
            : Finding.good("approval", rest));
    settings
        .timeout()
        .ifPresent(
            limit ->
                findings.add(
                    Finding.good(
                        "approval",
                        "a question without an answer is declined after "
                            + Durations.show(limit))));
    return findings;
  }

  private static void addApprovals(ObjectNode json, ApprovalSettings settings) {
    json.put("mode", settings.mode().word());
    settings.describe().forEach(json.putArray("rules")::add);
    settings.ownServers().forEach(json.putArray("ownServers")::add);
    json.put("rest", settings.mode().rest());
    settings.timeout().ifPresent(limit -> json.put("timeoutMillis", limit.toMillis()));
  }

  private void printText(List<Finding> findings) {
    PrintWriter out = out();
    for (Finding finding : findings) {
      String mark =
          switch (finding.state()) {
            case GOOD -> "ok  ";
            case NOTE -> "note";
            case BAD, MISSING -> "FAIL";
          };
      out.printf(
          Locale.ROOT, "%s  %-8s %s%n", mark, finding.subject(), VisibleText.of(finding.what()));
      if (!finding.advice().isEmpty()) {
        out.println("               -> " + VisibleText.of(finding.advice()));
      }
    }
    out.flush();
  }

  private void printJson(
      List<Finding> findings, Optional<ApprovalSettings> approvals, LlmExamination llm) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("ok", isSound(findings));
    ArrayNode list = document.putArray("findings");
    for (Finding finding : findings) {
      list.addObject()
          .put("subject", finding.subject())
          .put("state", finding.state().name().toLowerCase(Locale.ROOT))
          .put("what", finding.what())
          .put("advice", finding.advice());
    }
    approvals.ifPresent(settings -> addApprovals(document.putObject("approvals"), settings));
    llm.addTo(document);
    print(document);
  }
}

package dev.talaria.cli.doctor;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.base.VisibleText;
import dev.talaria.cli.codex.CodexSelection;
import dev.talaria.cli.host.HostSettings;
import dev.talaria.cli.process.ConsoleCommand;
import dev.talaria.cli.terminal.Durations;
import dev.talaria.codex.CodexOptions;
import dev.talaria.host.ApprovalSettings;
import dev.talaria.protocol.wire.WireJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code talaria doctor}: is Codex there, does it start, is there a login, is its config sound? */
@Command(
    name = "doctor",
    description =
        "Checks Codex, its login and its configuration, and says how to fix any" + " problem.")
public final class DoctorCommand extends ConsoleCommand {

  @Mixin private CodexSelection selection;

  @Option(
      names = "--host-config",
      paramLabel = "FILE",
      description = "A YAML file. Its 'approvals' are explained, and its 'llm' is tried.")
  private Path hostConfig;

  @Option(names = "--fast", description = "Calls no model: leaves out the probe of 'llm'.")
  private boolean fast;

  @Option(names = "--json", description = "Prints one JSON document on standard output.")
  private boolean json;

  private final Findings findings = new Findings();

  @Override
  public Integer call() throws IOException {
    CodexOptions options = selection.options().build();
    new Examination(options, findings).run();
    boolean startable = isSound();
    Optional<ApprovalSettings> approvals = approvals();
    LlmExamination llm = new LlmExamination(hostConfig, options, fast, findings);
    if (hostConfig != null && approvals.isPresent()) {
      llm.run(startable);
    }
    if (json) {
      printJson(approvals, llm);
    } else {
      printText();
    }
    if (findings.has(Findings.State.MISSING)) {
      return NO_CODEX;
    }
    return isSound() ? FINE : FAILED;
  }

  /** Whether nothing stands in the way of a session. */
  private boolean isSound() {
    return !findings.has(Findings.State.BAD, Findings.State.MISSING);
  }

  /** The approvals of the host's configuration, if there are any that can be read. */
  private Optional<ApprovalSettings> approvals() {
    if (hostConfig == null) {
      return Optional.empty();
    }
    try {
      ApprovalSettings settings = HostSettings.approvals(hostConfig, Path.of(""));
      explain(settings);
      return Optional.of(settings);
    } catch (IOException | IllegalArgumentException e) {
      findings.bad("approval", e.getMessage(), "fix it; until then none of it is used");
      return Optional.empty();
    }
  }

  /** What the approvals do, in the order in which it counts. */
  private void explain(ApprovalSettings settings) {
    settings.describe().forEach(rule -> findings.good("approval", rule));
    String rest = settings.mode().rest() + " (mode " + settings.mode().word() + ")";
    if (settings.mode() == ApprovalSettings.Mode.OFF) {
      findings.note("approval", rest, "write mode: ask, and allow what may run by rules");
    } else {
      findings.good("approval", rest);
    }
    String unanswered = "a question without an answer is declined after ";
    settings
        .timeout()
        .ifPresent(limit -> findings.good("approval", unanswered + Durations.show(limit)));
  }

  private static void addApprovals(ObjectNode json, ApprovalSettings settings) {
    json.put("mode", settings.mode().word());
    settings.describe().forEach(json.putArray("rules")::add);
    settings.ownServers().forEach(json.putArray("ownServers")::add);
    json.put("rest", settings.mode().rest());
    settings.timeout().ifPresent(limit -> json.put("timeoutMillis", limit.toMillis()));
  }

  private void printText() {
    PrintWriter out = out();
    for (Findings.Finding finding : findings.list) {
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

  private void printJson(Optional<ApprovalSettings> approvals, LlmExamination llm) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("ok", isSound());
    document.set("findings", WireJson.mapper().valueToTree(findings.list));
    approvals.ifPresent(settings -> addApprovals(document.putObject("approvals"), settings));
    llm.addTo(document);
    print(document);
  }
}

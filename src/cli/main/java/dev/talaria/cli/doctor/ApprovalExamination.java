package dev.talaria.cli.doctor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.cli.terminal.Durations;
import dev.talaria.host.ApprovalSettings;
import java.util.ArrayList;
import java.util.List;

/** What the approvals of a host's configuration do, in the order in which it counts. Stateless. */
final class ApprovalExamination {

  private ApprovalExamination() {}

  static List<Finding> of(ApprovalSettings settings) {
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

  /** The same as JSON. */
  static void into(ObjectNode json, ApprovalSettings settings) {
    json.put("mode", settings.mode().word());
    settings.describe().forEach(json.putArray("rules")::add);
    settings.ownServers().forEach(json.putArray("ownServers")::add);
    json.put("rest", settings.mode().rest());
    settings.timeout().ifPresent(limit -> json.put("timeoutMillis", limit.toMillis()));
  }
}

package dev.talaria.cli.turn;

import dev.talaria.approval.AuditFile;
import dev.talaria.cli.codex.CodexSelection;
import dev.talaria.session.SessionOptions;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options that say which Codex to run, and what its sessions are like: a mixin. */
public final class SessionSelection extends CodexSelection {

  @Option(
      names = "--cwd",
      paramLabel = "DIR",
      description = "Where commands run and files are changed; else the current directory.")
  private Path cwd;

  @Option(
      names = "--model",
      paramLabel = "ID",
      description = "The model; else the one of Codex's configuration.")
  private String model;

  @Option(
      names = "--permissions",
      paramLabel = "PROFILE",
      description =
          "The permission profile: :read-only, :workspace, :danger-full-access or one of your own;"
              + " else what Codex's configuration says.")
  private String permissions;

  @Option(
      names = "--audit",
      paramLabel = "FILE",
      description = "Appends each question of Codex and its decision to this file, as JSON lines.")
  private Path audit;

  /** Where commands run: what was asked for, else {@code usual}. */
  public Path cwd(Path usual) {
    return cwd == null ? usual : cwd;
  }

  /** The model that was asked for; {@code null} for none. */
  public String model() {
    return model;
  }

  /** The permission profile that was asked for; {@code null} for none. */
  public String permissions() {
    return permissions;
  }

  /** Opens the audit file; {@code null} when none was asked for. */
  public AuditFile openAudit() throws IOException {
    return audit == null ? null : AuditFile.open(audit);
  }

  /** Session options with what was asked for. */
  public SessionOptions.Builder session(Path cwd, AuditFile log) {
    SessionOptions.Builder options =
        SessionOptions.builder().cwd(cwd).model(model).permissionProfile(permissions);
    return log == null ? options : options.audit(log);
  }
}

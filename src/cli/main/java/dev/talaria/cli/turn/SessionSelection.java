package dev.talaria.cli.turn;

import dev.talaria.approval.AuditFile;
import dev.talaria.cli.codex.CodexSelection;
import dev.talaria.codex.AttachOptions;
import dev.talaria.codex.CodexOptions;
import dev.talaria.server.ServerOptions;
import dev.talaria.session.Codex;
import dev.talaria.session.SessionOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say which Codex to run, and what its sessions are like: a mixin. */
public final class SessionSelection extends CodexSelection {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--cwd",
      paramLabel = "DIR",
      description = "The directory in which Codex works. Default: the current directory.")
  private Path cwd;

  @Option(
      names = "--model",
      paramLabel = "ID",
      description = "The model. Default: the one in Codex's configuration.")
  private String model;

  @Option(
      names = "--permissions",
      paramLabel = "PROFILE",
      description =
          "The permission profile: :read-only, :workspace, :danger-full-access or one of"
              + " your own. Default: as in Codex's configuration.")
  private String permissions;

  @Option(
      names = "--audit",
      paramLabel = "FILE",
      description = "Appends each approval and its decision to this file, as one line of JSON.")
  private Path audit;

  @Option(
      names = "--attach",
      paramLabel = "ADDRESS",
      description =
          "Attaches to a running app-server and leaves it running: unix:///PATH,"
              + " ws://HOST:PORT or wss://HOST:PORT. With auto, attaches to that of 'talaria"
              + " serve', and starts it if necessary.")
  private String attach;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "The file with the token of the server that --attach names; mode 0600.")
  private Path tokenFile;

  /** A Codex of one's own, or the one that was asked for. */
  public Codex connect(CodexOptions options) {
    if (attach == null) {
      if (tokenFile != null) {
        throw misuse("--token-file is the token of a server: say which one with --attach");
      }
      return Codex.launch(options);
    }
    if (attach.equals("auto")) {
      return Codex.attachOrStart(
          ServerOptions.builder().codex(options).build(),
          AttachOptions.builder().codex(options).build());
    }
    AttachOptions.Builder attached = AttachOptions.builder().codex(options);
    if (tokenFile != null) {
      attached.tokenFile(tokenFile);
    }
    return Codex.attach(address(), attached.build());
  }

  private ParameterException misuse(String what) {
    return new ParameterException(command.commandLine(), what);
  }

  private URI address() {
    try {
      return URI.create(attach);
    } catch (IllegalArgumentException e) {
      throw misuse("--attach takes auto, unix:///PATH, ws://HOST:PORT or wss://HOST:PORT");
    }
  }

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

  /** Whether a server of somebody else is asked for. */
  public boolean isAttached() {
    return attach != null;
  }

  /** The audit file; {@code null} when none was named. */
  public Path audit() {
    return audit;
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

package dev.talaria.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.appserver.AppServer;
import dev.talaria.appserver.RequestShapes;
import dev.talaria.appserver.ThreadInbox;
import dev.talaria.base.TalariaException;
import dev.talaria.codex.CodexCapability;
import dev.talaria.codex.CodexVersion;
import dev.talaria.protocol.v2.SandboxMode;
import dev.talaria.protocol.v2.ThreadStartParams;
import dev.talaria.protocol.v2.TurnStartParams;
import dev.talaria.protocol.wire.RequestFields;
import dev.talaria.protocol.wire.ThreadStartResult;
import dev.talaria.protocol.wire.Wire;
import dev.talaria.rpc.RpcException;
import dev.talaria.session.thread.BuiltInProfile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Asks a version of Codex for a permission profile: by its id where there are profiles, else as the
 * sandbox mode that it stands for. Immutable.
 *
 * <p>A request that Codex cannot read is made again in the other shape that is known, and the
 * connection remembers which one was taken. Source: {@code thread/start} of every release that is
 * surveyed. Codex says of a profile that it does not know that {@code default_permissions} refers
 * to it.
 */
final class ProfileRequest {

  private static final Duration LIST_LIMIT = Duration.ofSeconds(10);
  private static final Pattern ABOUT_PROFILES = Pattern.compile("permissions|permission profile");
  private static final Pattern BARE_KEY = Pattern.compile("[A-Za-z0-9_-]+");

  private final AppServer server;
  private final CodexVersion version;
  private final String profile;
  private final Optional<BuiltInProfile> builtIn;
  private final boolean byId;

  /**
   * @param profile the id, or {@code null} for what Codex's configuration says
   */
  ProfileRequest(AppServer server, String profile) {
    this(server, profile, server.shapes().has(CodexCapability.PERMISSIONS_BY_ID));
  }

  private ProfileRequest(AppServer server, String profile, boolean byId) {
    this.byId = byId;
    this.server = server;
    this.version = server.version();
    this.profile = profile;
    this.builtIn = Optional.ofNullable(profile).flatMap(BuiltInProfile::of);
  }

  /**
   * Starts or resumes a thread under the profile.
   *
   * @param resumed the thread's id; empty for a new thread
   * @throws PermissionProfileException if this connection cannot ask for it, or Codex refuses it
   * @throws RefusedSettingException if Codex refuses another setting
   * @throws RpcException if Codex refuses the thread for another reason
   */
  ThreadStartResult open(
      String resumed, ThreadStartParams params, ThreadInbox inbox, Duration limit) {
    RefusedSettingException.check(version, params);
    try {
      return send(resumed, params, inbox, limit);
    } catch (RpcException refusal) {
      Optional<ProfileRequest> other = otherShape(refusal);
      if (other.isPresent()) {
        try {
          ThreadStartResult opened = other.get().send(resumed, params, inbox, limit);
          other.get().remember();
          return opened;
        } catch (RpcException again) {
          refusal.addSuppressed(again);
        }
      }
      throw explained(refusal, params);
    }
  }

  private ThreadStartResult send(
      String resumed, ThreadStartParams params, ThreadInbox inbox, Duration limit) {
    ThreadStartParams sent = in(params);
    return AppServer.await(
        resumed.isEmpty()
            ? server.startThread(sent, inbox)
            : server.resumeThread(RequestFields.resume(resumed, sent), inbox),
        limit);
  }

  /** The same request in the other shape, if the refusal may be due to the shape of this one. */
  Optional<ProfileRequest> otherShape(RpcException refusal) {
    return profile != null && byProfile() && RequestShapes.isSuspectedIn(refusal)
        ? Optional.of(new ProfileRequest(server, profile, !byId))
        : Optional.empty();
  }

  /** Codex has taken a request of this shape. */
  void remember() {
    server.shapes().remember(CodexCapability.PERMISSIONS_BY_ID, byId);
  }

  private ThreadStartParams in(ThreadStartParams params) {
    if (profile == null) {
      return params;
    }
    if (byProfile()) {
      return new ThreadStartParams(Wire.with(params.json(), "permissions", selection()));
    }
    return params.sandbox(sandbox());
  }

  /**
   * The same turn under the profile.
   *
   * @throws PermissionProfileException if this connection cannot ask for it
   */
  TurnStartParams in(TurnStartParams params) {
    if (profile == null) {
      return params;
    }
    if (byProfile()) {
      return new TurnStartParams(Wire.with(params.json(), "permissions", selection()));
    }
    return params.sandboxPolicy(TurnInput.policy(sandbox()));
  }

  private TalariaException explained(RpcException refusal, ThreadStartParams params) {
    if (!isAboutProfile(refusal)) {
      return RefusedSettingException.explain(refusal, params);
    }
    List<String> known = new ArrayList<>();
    TalariaException listFailure = list(params.cwd().orElse(null), known);
    PermissionProfileException explained =
        explained(
            refusal, known.isEmpty() ? BuiltInProfile.ids(version) : String.join(", ", known));
    if (listFailure != null) {
      explained.addSuppressed(listFailure);
    }
    return explained;
  }

  /** The refusal of a turn, as one of the profile if it is about that; asks Codex nothing. */
  TalariaException explained(RpcException refusal) {
    return isAboutProfile(refusal) ? explained(refusal, BuiltInProfile.ids(version)) : refusal;
  }

  private boolean isAboutProfile(RpcException refusal) {
    return profile != null && byProfile() && ABOUT_PROFILES.matcher(refusal.error()).find();
  }

  private PermissionProfileException explained(RpcException refusal, String known) {
    return new PermissionProfileException(
        profile,
        "Codex %s refused the permission profile '%s': %s; %s"
            .formatted(version, profile, refusal.error(), fix(known)),
        refusal);
  }

  /**
   * Whether the thread is under the profile, as far as Codex says.
   *
   * @throws PermissionProfileException if it is under another
   */
  void check(ThreadStartResult thread) {
    String active = thread.permissionProfile();
    if (profile != null && byProfile() && !active.isEmpty() && !active.equals(id())) {
      throw new PermissionProfileException(
          profile,
          ("Codex %s put the thread under the permission profile '%s' instead of '%s'; managed"
                  + " settings of this machine may forbid it")
              .formatted(version, active, profile),
          null);
    }
  }

  private boolean byProfile() {
    return server.experimentalApi() && CodexCapability.BUILT_IN_PROFILES.isIn(version);
  }

  private SandboxMode sandbox() {
    return builtIn.map(BuiltInProfile::sandbox).orElseThrow(this::outOfReach);
  }

  private String id() {
    return builtIn.map(known -> known.idIn(version)).orElse(profile);
  }

  /** A bare string since 0.131.0, an object from 0.128.0 to 0.132.0; each refuses the other. */
  private JsonNode selection() {
    return byId ? Wire.tree(id()) : Wire.object("type", "profile", "id", id());
  }

  private PermissionProfileException outOfReach() {
    String need =
        CodexCapability.BUILT_IN_PROFILES.isIn(version)
            ? "the experimental API: CodexOptions.experimentalApi(true)"
            : "Codex "
                + CodexCapability.BUILT_IN_PROFILES.since()
                + " or newer, and this is "
                + version;
    return new PermissionProfileException(
        profile,
        "the permission profile '%s' needs %s; here only these work, as sandbox modes: %s"
            .formatted(profile, need, BuiltInProfile.ids(version)),
        null);
  }

  private String fix(String known) {
    if (profile.startsWith(":")) {
      return "only Codex's own profiles begin with a colon; use one of " + known;
    }
    String key = BARE_KEY.matcher(profile).matches() ? profile : '"' + profile + '"';
    return "define [permissions." + key + "] in config.toml, or use one of " + known;
  }

  /** Adds what Codex lists; the failure to list, or {@code null}. */
  private TalariaException list(String cwd, List<String> known) {
    if (!CodexCapability.PERMISSION_PROFILE_LIST.isIn(version)) {
      return null;
    }
    try {
      JsonNode list =
          AppServer.await(
              server.request(
                  "permissionProfile/list", Map.of("cwd", cwd), JsonNode.class, LIST_LIMIT),
              LIST_LIMIT);
      for (JsonNode entry : list.path("data")) {
        if (entry.path("allowed").asBoolean(true)) {
          known.add(entry.path("id").asText());
        }
      }
      return null;
    } catch (TalariaException e) {
      return e;
    }
  }
}

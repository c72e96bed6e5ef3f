package dev.talaria.service;

import dev.talaria.protocol.v2.CollaborationModeListParams;
import dev.talaria.protocol.v2.CollaborationModeMask;
import dev.talaria.protocol.v2.ExperimentalFeature;
import dev.talaria.protocol.v2.ExperimentalFeatureListParams;
import dev.talaria.protocol.v2.ExperimentalFeatureListResponse;
import dev.talaria.protocol.v2.Methods;
import dev.talaria.protocol.v2.Model;
import dev.talaria.protocol.v2.ModelListParams;
import dev.talaria.protocol.v2.ModelListResponse;
import dev.talaria.protocol.v2.ModelProviderListParams;
import dev.talaria.protocol.v2.ModelProviderListResponse;
import dev.talaria.protocol.v2.PermissionProfileListParams;
import dev.talaria.protocol.v2.PermissionProfileListResponse;
import dev.talaria.protocol.v2.PermissionProfileSummary;
import java.nio.file.Path;
import java.util.List;

/** Lists what a session can use: models, permission profiles, modes, features. */
public final class ModelService {

  private final TypedCalls calls;

  /**
   * On a connection.
   *
   * @param calls such as a {@code Codex}
   */
  public ModelService(TypedCalls calls) {
    this.calls = calls;
  }

  /** {@return the models that a person is offered, with their efforts, tiers and defaults} */
  public List<Model> list() {
    return list(false);
  }

  /**
   * {@return the models}
   *
   * @param hidden whether those that a person is not offered are among them
   */
  public List<Model> list(boolean hidden) {
    return Pages.all(
        cursor ->
            calls.call(
                Methods.MODEL_LIST, ModelListParams.of().includeHidden(hidden).cursor(cursor)),
        ModelListResponse::data,
        ModelListResponse::nextCursor);
  }

  /** {@return the model providers, and which one is the default} */
  public ModelProviderListResponse providers() {
    return calls.call(Methods.MODEL_PROVIDER_LIST, ModelProviderListParams.of());
  }

  /**
   * {@return the permission profiles that a session may name there}
   *
   * @param cwd the directory of the session, whose configuration may add some
   */
  public List<PermissionProfileSummary> permissionProfiles(Path cwd) {
    return Pages.all(
        cursor ->
            calls.call(
                Methods.PERMISSION_PROFILE_LIST,
                PermissionProfileListParams.of().cwd(cwd.toString()).cursor(cursor)),
        PermissionProfileListResponse::data,
        PermissionProfileListResponse::nextCursor);
  }

  /** {@return the modes of collaboration, such as plan} */
  public List<CollaborationModeMask> collaborationModes() {
    return calls.call(Methods.COLLABORATION_MODE_LIST, CollaborationModeListParams.of()).data();
  }

  /** {@return the features that are not finished, and which of them are on} */
  public List<ExperimentalFeature> experimentalFeatures() {
    return Pages.all(
        cursor ->
            calls.call(
                Methods.EXPERIMENTAL_FEATURE_LIST,
                ExperimentalFeatureListParams.of().cursor(cursor)),
        ExperimentalFeatureListResponse::data,
        ExperimentalFeatureListResponse::nextCursor);
  }
}

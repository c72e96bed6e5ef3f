package dev.talaria.codex;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which variables of the host's environment the child inherits: all but those that a rule denies,
 * the last rule that matches a name decides.
 *
 * <p>Immutable. Rules are names or globs with {@code *}, matched without regard to case. The
 * defaults deny the credentials by which a host acts in the world (code forges, chat bots, clouds,
 * package publishing, paid services): commands that a model writes have no business with them and
 * Codex does not need them. What pays for the model stays, and so does everything that is not a
 * credential by its name.
 */
final class EnvironmentRules {

  private static final List<String> DENIED =
      """
      # code forges and build servers
      GH_TOKEN GH_ENTERPRISE_TOKEN GITHUB_TOKEN GITHUB_ENTERPRISE_TOKEN GITHUB_PAT
      GITHUB_APP_PRIVATE_KEY ACTIONS_*TOKEN GITLAB_TOKEN GITLAB_*_TOKEN CI_*TOKEN
      CI_*PASSWORD BITBUCKET_*TOKEN BITBUCKET_*PASSWORD GITEA_TOKEN AZURE_DEVOPS_EXT_PAT
      SYSTEM_ACCESSTOKEN BUILDKITE_*TOKEN CIRCLE_TOKEN JENKINS_*TOKEN SONAR_TOKEN
      CODECOV_TOKEN
      # chat and mail
      *_BOT_TOKEN DISCORD_TOKEN SLACK_*TOKEN MATRIX_*TOKEN WHATSAPP_*TOKEN TWILIO_AUTH_TOKEN
      SENDGRID_API_KEY MAILGUN_API_KEY SMTP_PASSWORD EMAIL_PASSWORD
      # clouds and infrastructure
      AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN AWS_SECURITY_TOKEN
      ARM_CLIENT_SECRET DIGITALOCEAN_*TOKEN HCLOUD_TOKEN CLOUDFLARE_API_* HEROKU_API_KEY
      FLY_API_TOKEN VERCEL_TOKEN NETLIFY_AUTH_TOKEN MODAL_TOKEN_* DAYTONA_API_KEY
      PULUMI_ACCESS_TOKEN TF_TOKEN_* TFE_TOKEN VAULT_TOKEN CONSUL_HTTP_TOKEN NOMAD_TOKEN
      DOPPLER_TOKEN OP_SERVICE_ACCOUNT_TOKEN BW_SESSION TAILSCALE_*KEY TS_AUTHKEY
      # publishing and signing
      NPM_TOKEN NODE_AUTH_TOKEN NPM_CONFIG_*AUTH* PYPI_*TOKEN TWINE_PASSWORD UV_PUBLISH_*
      POETRY_PYPI_TOKEN_* CARGO_REGISTRY_TOKEN CARGO_REGISTRIES_*_TOKEN GEM_HOST_API_KEY
      RUBYGEMS_API_KEY NUGET_API_KEY OSSRH_PASSWORD SONATYPE_PASSWORD MAVEN_PASSWORD
      DOCKER_PASSWORD DOCKERHUB_* DOCKER_AUTH_CONFIG *_PASSPHRASE *_PRIVATE_KEY
      *_SIGNING_KEY
      # services that cost money or hold other people's data
      STRIPE_*KEY SENTRY_AUTH_TOKEN DD_API_KEY DD_APP_KEY LINEAR_API_KEY NOTION_*TOKEN
      JIRA_*TOKEN ATLASSIAN_*TOKEN
      # shapes that are a service's own secret
      *_CLIENT_SECRET *_WEBHOOK_SECRET *_SIGNING_SECRET *_SESSION_TOKEN *_SESSION_SECRET
      # a host agent's own: its relay and the models that it calls beside Codex
      GATEWAY_RELAY_* AUXILIARY_*_API_KEY
      """
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Stream.of(line.split(" ")))
          .toList();

  /** Codex's own settings and what it pays the model with; they win over the patterns above. */
  private static final List<String> KEPT = List.of("CODEX_*", "OPENAI_*", "AZURE_OPENAI_*");

  private record Rule(Pattern name, boolean denied) {}

  static final EnvironmentRules DEFAULTS =
      new EnvironmentRules(List.of()).denying(DENIED).keeping(KEPT);

  private final List<Rule> rules;

  private EnvironmentRules(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** These rules, after which {@code patterns} are denied. */
  EnvironmentRules denying(Collection<String> patterns) {
    return with(patterns, true);
  }

  /** These rules, after which {@code patterns} are inherited. */
  EnvironmentRules keeping(Collection<String> patterns) {
    return with(patterns, false);
  }

  /** Whether the child inherits the variable {@code name}. */
  boolean inherits(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    for (int i = rules.size() - 1; i >= 0; i--) {
      if (rules.get(i).name().matcher(upper).matches()) {
        return !rules.get(i).denied();
      }
    }
    return true;
  }

  private EnvironmentRules with(Collection<String> patterns, boolean denied) {
    List<Rule> all = new ArrayList<>(rules);
    for (String pattern : patterns) {
      all.add(new Rule(compiled(pattern), denied));
    }
    return new EnvironmentRules(all);
  }

  private static Pattern compiled(String pattern) {
    if (pattern.isBlank()) {
      throw new IllegalArgumentException("a variable's name or pattern must not be blank");
    }
    StringBuilder regex = new StringBuilder();
    for (String literal : pattern.toUpperCase(Locale.ROOT).split("\\*", -1)) {
      if (regex.length() > 0) {
        regex.append(".*");
      }
      regex.append(Pattern.quote(literal));
    }
    return Pattern.compile(regex.toString());
  }
}

// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code NetworkRequirements} of the protocol. */
public final class NetworkRequirements extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public NetworkRequirements(JsonNode json) {
    super(json);
  }

  /** {@return {@code allowLocalBinding}; empty when absent or null} */
  public Optional<Boolean> allowLocalBinding() {
    return Wire.optional(json(), "allowLocalBinding", Wire::flag);
  }

  /**
   * Legacy compatibility view derived from `unix_sockets`.
   *
   * @return {@code allowUnixSockets}; empty also when absent or null
   */
  public List<String> allowUnixSockets() {
    return Wire.list(json(), "allowUnixSockets", Wire::text);
  }

  /** {@return {@code allowUpstreamProxy}; empty when absent or null} */
  public Optional<Boolean> allowUpstreamProxy() {
    return Wire.optional(json(), "allowUpstreamProxy", Wire::flag);
  }

  /**
   * Legacy compatibility view derived from `domains`.
   *
   * @return {@code allowedDomains}; empty also when absent or null
   */
  public List<String> allowedDomains() {
    return Wire.list(json(), "allowedDomains", Wire::text);
  }

  /** {@return {@code dangerouslyAllowAllUnixSockets}; empty when absent or null} */
  public Optional<Boolean> dangerouslyAllowAllUnixSockets() {
    return Wire.optional(json(), "dangerouslyAllowAllUnixSockets", Wire::flag);
  }

  /** {@return {@code dangerouslyAllowNonLoopbackProxy}; empty when absent or null} */
  public Optional<Boolean> dangerouslyAllowNonLoopbackProxy() {
    return Wire.optional(json(), "dangerouslyAllowNonLoopbackProxy", Wire::flag);
  }

  /**
   * Legacy compatibility view derived from `domains`.
   *
   * @return {@code deniedDomains}; empty also when absent or null
   */
  public List<String> deniedDomains() {
    return Wire.list(json(), "deniedDomains", Wire::text);
  }

  /**
   * Canonical managed network permission map.
   *
   * @return {@code domains}; empty also when absent or null
   */
  public Map<String, NetworkDomainPermission> domains() {
    return Wire.map(json(), "domains", NetworkDomainPermission::read);
  }

  /** {@return {@code enabled}; empty when absent or null} */
  public Optional<Boolean> enabled() {
    return Wire.optional(json(), "enabled", Wire::flag);
  }

  /** {@return {@code httpPort}; empty when absent or null} */
  public Optional<Integer> httpPort() {
    return Wire.optional(json(), "httpPort", Wire::integer);
  }

  /**
   * When true, only managed allowlist entries are respected while managed network enforcement is
   * active.
   *
   * @return {@code managedAllowedDomainsOnly}; empty when absent or null
   */
  public Optional<Boolean> managedAllowedDomainsOnly() {
    return Wire.optional(json(), "managedAllowedDomainsOnly", Wire::flag);
  }

  /**
   * Host patterns routed to network approval before ordinary allow rules.
   *
   * @return {@code reviewDomains}; empty also when absent or null
   */
  public List<String> reviewDomains() {
    return Wire.list(json(), "reviewDomains", Wire::text);
  }

  /** {@return {@code socksPort}; empty when absent or null} */
  public Optional<Integer> socksPort() {
    return Wire.optional(json(), "socksPort", Wire::integer);
  }

  /**
   * Canonical managed unix socket permission map.
   *
   * @return {@code unixSockets}; empty also when absent or null
   */
  public Map<String, NetworkUnixSocketPermission> unixSockets() {
    return Wire.map(json(), "unixSockets", NetworkUnixSocketPermission::read);
  }
}

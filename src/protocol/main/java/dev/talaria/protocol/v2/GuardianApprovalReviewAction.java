// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/**
 * {@code GuardianApprovalReviewAction} of the protocol.
 *
 * <p>Its {@code type} says what it is.
 */
public sealed interface GuardianApprovalReviewAction extends WireValue {

  /**
   * {@return the value of a kind that {@code type} names}
   *
   * @param json an object
   */
  static GuardianApprovalReviewAction read(JsonNode json) {
    return switch (Wire.kind(json, "type")) {
      case "command" -> new Command(json);
      case "execve" -> new Execve(json);
      case "writeStdin" -> new WriteStdin(json);
      case "applyPatch" -> new ApplyPatch(json);
      case "networkAccess" -> new NetworkAccess(json);
      case "mcpToolCall" -> new McpToolCall(json);
      case "requestPermissions" -> new RequestPermissions(json);
      default -> new Unrecognized(json);
    };
  }

  /** {@code type} is {@code command}. */
  final class Command extends WireObject implements GuardianApprovalReviewAction {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Command(JsonNode json) {
      super(json);
    }

    /** {@return {@code command}} */
    public String command() {
      return Wire.text(json(), "command");
    }

    /** {@return {@code cwd}} */
    public String cwd() {
      return Wire.text(json(), "cwd");
    }

    /** {@return {@code source}} */
    public GuardianCommandSource source() {
      return Wire.required(json(), "source", GuardianCommandSource::read);
    }
  }

  /** {@code type} is {@code execve}. */
  final class Execve extends WireObject implements GuardianApprovalReviewAction {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Execve(JsonNode json) {
      super(json);
    }

    /** {@return {@code argv}} */
    public List<String> argv() {
      return Wire.list(json(), "argv", Wire::text);
    }

    /** {@return {@code cwd}} */
    public String cwd() {
      return Wire.text(json(), "cwd");
    }

    /** {@return {@code program}} */
    public String program() {
      return Wire.text(json(), "program");
    }

    /** {@return {@code source}} */
    public GuardianCommandSource source() {
      return Wire.required(json(), "source", GuardianCommandSource::read);
    }
  }

  /** A child approval for input to an existing command execution item. */
  final class WriteStdin extends WireObject implements GuardianApprovalReviewAction {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public WriteStdin(JsonNode json) {
      super(json);
    }

    /** {@return {@code approvalId}} */
    public String approvalId() {
      return Wire.text(json(), "approvalId");
    }

    /** {@return {@code cwd}} */
    public String cwd() {
      return Wire.text(json(), "cwd");
    }

    /** {@return {@code processId}} */
    public String processId() {
      return Wire.text(json(), "processId");
    }

    /** {@return {@code stdin}} */
    public String stdin() {
      return Wire.text(json(), "stdin");
    }
  }

  /** {@code type} is {@code applyPatch}. */
  final class ApplyPatch extends WireObject implements GuardianApprovalReviewAction {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public ApplyPatch(JsonNode json) {
      super(json);
    }

    /** {@return {@code cwd}} */
    public String cwd() {
      return Wire.text(json(), "cwd");
    }

    /** {@return {@code files}} */
    public List<String> files() {
      return Wire.list(json(), "files", Wire::text);
    }
  }

  /** {@code type} is {@code networkAccess}. */
  final class NetworkAccess extends WireObject implements GuardianApprovalReviewAction {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public NetworkAccess(JsonNode json) {
      super(json);
    }

    /** {@return {@code host}} */
    public String host() {
      return Wire.text(json(), "host");
    }

    /** {@return {@code port}} */
    public int port() {
      return Wire.required(json(), "port", Wire::integer);
    }

    /** {@return {@code protocol}} */
    public NetworkApprovalProtocol protocol() {
      return Wire.required(json(), "protocol", NetworkApprovalProtocol::read);
    }

    /** {@return {@code target}} */
    public String target() {
      return Wire.text(json(), "target");
    }
  }

  /** {@code type} is {@code mcpToolCall}. */
  final class McpToolCall extends WireObject implements GuardianApprovalReviewAction {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public McpToolCall(JsonNode json) {
      super(json);
    }

    /** {@return {@code connectorId}; empty when absent or null} */
    public Optional<String> connectorId() {
      return Wire.optionalText(json(), "connectorId");
    }

    /** {@return {@code connectorName}; empty when absent or null} */
    public Optional<String> connectorName() {
      return Wire.optionalText(json(), "connectorName");
    }

    /** {@return {@code server}} */
    public String server() {
      return Wire.text(json(), "server");
    }

    /** {@return {@code toolName}} */
    public String toolName() {
      return Wire.text(json(), "toolName");
    }

    /** {@return {@code toolTitle}; empty when absent or null} */
    public Optional<String> toolTitle() {
      return Wire.optionalText(json(), "toolTitle");
    }
  }

  /** {@code type} is {@code requestPermissions}. */
  final class RequestPermissions extends WireObject implements GuardianApprovalReviewAction {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public RequestPermissions(JsonNode json) {
      super(json);
    }

    /** {@return {@code permissions}} */
    public RequestPermissionProfile permissions() {
      return Wire.required(json(), "permissions", RequestPermissionProfile::new);
    }

    /** {@return {@code reason}; empty when absent or null} */
    public Optional<String> reason() {
      return Wire.optionalText(json(), "reason");
    }
  }

  /** One with a {@code type} that is not known here. */
  final class Unrecognized extends WireObject implements GuardianApprovalReviewAction {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Unrecognized(JsonNode json) {
      super(json);
    }
  }
}

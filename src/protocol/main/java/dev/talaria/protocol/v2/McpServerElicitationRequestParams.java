// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/**
 * What {@code mcpServer/elicitation/request} asks.
 *
 * <p>Its {@code mode} says what it is.
 */
public sealed interface McpServerElicitationRequestParams extends WireValue {

  /**
   * {@return the value of a kind that {@code mode} names}
   *
   * @param json an object
   */
  static McpServerElicitationRequestParams read(JsonNode json) {
    return switch (Wire.kind(json, "mode")) {
      case "openai/userVerification" -> new OpenaiUserVerification(json);
      case "form" -> new Form(json);
      case "openai/form" -> new OpenaiForm(json);
      case "openaiForm" -> new OpenaiForm(json);
      case "url" -> new Url(json);
      default -> new Unrecognized(json);
    };
  }

  /** {@return {@code serverName}} */
  default String serverName() {
    return Wire.text(json(), "serverName");
  }

  /** {@return {@code threadId}} */
  default String threadId() {
    return Wire.text(json(), "threadId");
  }

  /**
   * Active Codex turn when this elicitation was observed, if app-server could correlate one.
   *
   * <p>This is nullable because MCP models elicitation as a standalone server-to-client request
   * identified by the MCP server request id. It may be triggered during a turn, but turn context
   * is app-server correlation rather than part of the protocol identity of the elicitation
   * itself.
   *
   * @return {@code turnId}; empty when absent or null
   */
  default Optional<String> turnId() {
    return Wire.optionalText(json(), "turnId");
  }

  /** A device-authenticated approval; accepted responses contain the proof in `content`. */
  final class OpenaiUserVerification extends WireObject implements McpServerElicitationRequestParams {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public OpenaiUserVerification(JsonNode json) {
      super(json);
    }

    /** {@return {@code _meta}; a missing node when absent} */
    @Experimental
    public JsonNode meta() {
      return json().path("_meta");
    }

    /** {@return {@code challenge}} */
    @Experimental
    public String challenge() {
      return Wire.text(json(), "challenge");
    }

    /** {@return {@code description}} */
    @Experimental
    public String description() {
      return Wire.text(json(), "description");
    }

    /** {@return {@code title}} */
    @Experimental
    public String title() {
      return Wire.text(json(), "title");
    }
  }

  /** {@code mode} is {@code form}. */
  final class Form extends WireObject implements McpServerElicitationRequestParams {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Form(JsonNode json) {
      super(json);
    }

    /** {@return {@code _meta}; a missing node when absent} */
    @Experimental
    public JsonNode meta() {
      return json().path("_meta");
    }

    /** {@return {@code message}} */
    @Experimental
    public String message() {
      return Wire.text(json(), "message");
    }

    /** {@return {@code requestedSchema}} */
    @Experimental
    public McpElicitationSchema requestedSchema() {
      return Wire.required(json(), "requestedSchema", McpElicitationSchema::new);
    }
  }

  /** {@code mode} is {@code openai/form}. */
  final class OpenaiForm extends WireObject implements McpServerElicitationRequestParams {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public OpenaiForm(JsonNode json) {
      super(json);
    }

    /** {@return {@code _meta}; a missing node when absent} */
    @Experimental
    public JsonNode meta() {
      return json().path("_meta");
    }

    /** {@return {@code message}} */
    @Experimental
    public String message() {
      return Wire.text(json(), "message");
    }

    /** {@return {@code requestedSchema}; a missing node when absent} */
    @Experimental
    public JsonNode requestedSchema() {
      return json().path("requestedSchema");
    }
  }

  /** {@code mode} is {@code url}. */
  final class Url extends WireObject implements McpServerElicitationRequestParams {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Url(JsonNode json) {
      super(json);
    }

    /** {@return {@code _meta}; a missing node when absent} */
    @Experimental
    public JsonNode meta() {
      return json().path("_meta");
    }

    /** {@return {@code elicitationId}} */
    @Experimental
    public String elicitationId() {
      return Wire.text(json(), "elicitationId");
    }

    /** {@return {@code message}} */
    @Experimental
    public String message() {
      return Wire.text(json(), "message");
    }

    /** {@return {@code url}} */
    @Experimental
    public String url() {
      return Wire.text(json(), "url");
    }
  }

  /** One with a {@code mode} that is not known here. */
  final class Unrecognized extends WireObject implements McpServerElicitationRequestParams {

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

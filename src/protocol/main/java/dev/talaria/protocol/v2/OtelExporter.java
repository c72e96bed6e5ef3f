// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;
import java.util.Map;
import java.util.Optional;

/**
 * {@code OtelExporter} of the protocol.
 *
 * <p>A name, or an object with one key.
 */
public sealed interface OtelExporter extends WireValue {

  /**
   * {@return the value of a name or an object}
   *
   * @param json a string or an object
   */
  static OtelExporter read(JsonNode json) {
    for (Name one : Name.values()) {
      if (one.wire.equals(json.textValue())) {
        return one;
      }
    }
    return switch (Wire.kind(json)) {
      case "otlp-http" -> new OtlpHttp(json);
      case "otlp-grpc" -> new OtlpGrpc(json);
      default -> new Unrecognized(json);
    };
  }

  /** The names. */
  enum Name implements OtelExporter, WireEnum {
    /** {@code none}. */
    NONE("none"),
    /** {@code statsig}. */
    STATSIG("statsig");

    private final String wire;

    Name(String wire) {
      this.wire = wire;
    }

    @Override
    public String wire() {
      return wire;
    }

    @Override
    public JsonNode json() {
      return Wire.tree((Object) wire);
    }
  }

  /** {@code OtlpHttp} of the protocol. */
  final class OtlpHttp extends WireObject implements OtelExporter {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public OtlpHttp(JsonNode json) {
      super(json);
    }

    /** {@return {@code otlp-http}} */
    public OtlpHttpValue otlpHttp() {
      return Wire.required(json(), "otlp-http", OtlpHttpValue::new);
    }

    /** {@code OtlpHttpValue} of the protocol. */
    public static final class OtlpHttpValue extends WireObject {

      /**
       * Reads one.
       *
       * @param json kept as it is
       */
      public OtlpHttpValue(JsonNode json) {
        super(json);
      }

      /** {@return {@code endpoint}} */
      public String endpoint() {
        return Wire.text(json(), "endpoint");
      }

      /**
       * Header names are retained; values are redacted by the server.
       *
       * @return {@code headers}
       */
      public Map<String, String> headers() {
        return Wire.map(json(), "headers", Wire::text);
      }

      /** {@return {@code protocol}} */
      public OtelHttpProtocol protocol() {
        return Wire.required(json(), "protocol", OtelHttpProtocol::read);
      }

      /** {@return {@code tls}; empty when absent or null} */
      public Optional<OtelTlsConfig> tls() {
        return Wire.optional(json(), "tls", OtelTlsConfig::new);
      }
    }
  }

  /** {@code OtlpGrpc} of the protocol. */
  final class OtlpGrpc extends WireObject implements OtelExporter {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public OtlpGrpc(JsonNode json) {
      super(json);
    }

    /** {@return {@code otlp-grpc}} */
    public OtlpGrpcValue otlpGrpc() {
      return Wire.required(json(), "otlp-grpc", OtlpGrpcValue::new);
    }

    /** {@code OtlpGrpcValue} of the protocol. */
    public static final class OtlpGrpcValue extends WireObject {

      /**
       * Reads one.
       *
       * @param json kept as it is
       */
      public OtlpGrpcValue(JsonNode json) {
        super(json);
      }

      /** {@return {@code endpoint}} */
      public String endpoint() {
        return Wire.text(json(), "endpoint");
      }

      /**
       * Header names are retained; values are redacted by the server.
       *
       * @return {@code headers}
       */
      public Map<String, String> headers() {
        return Wire.map(json(), "headers", Wire::text);
      }

      /** {@return {@code tls}; empty when absent or null} */
      public Optional<OtelTlsConfig> tls() {
        return Wire.optional(json(), "tls", OtelTlsConfig::new);
      }
    }
  }

  /** One with a name or key that is not known here. */
  final class Unrecognized extends WireObject implements OtelExporter {

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

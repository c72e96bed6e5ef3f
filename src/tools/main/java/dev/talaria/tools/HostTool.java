package dev.talaria.tools;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.base.Redaction;
import dev.talaria.base.TalariaException;
import dev.talaria.base.internal.Limits;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.tools.internal.SchemaCheck;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A tool of the host that Codex's model may call.
 *
 * <p>Immutable and safe for use by many threads, as its handler must be; its {@link Builder}
 * belongs to one thread.
 */
public final class HostTool {

  /** How long a tool may take if it does not say otherwise. */
  public static final Duration DEFAULT_TIME_LIMIT = Duration.ofMinutes(10);

  private final String name;
  private final String description;
  private final ObjectNode parameters;
  private final SchemaCheck schema;
  private final ToolHandler handler;
  private final Duration timeLimit;
  private final ToolScope reach;

  private HostTool(Builder builder) {
    name = ToolNames.checked(builder.name, builder.reach);
    description = builder.description;
    parameters = builder.parameters;
    schema = schema(name, parameters);
    handler =
        Objects.requireNonNull(builder.handler, () -> "the tool '" + name + "' has no handler");
    timeLimit = builder.timeLimit;
    reach = builder.reach;
  }

  /**
   * {@return a builder of a tool that has no parameters and runs only in the host, unless it is set
   * otherwise}
   *
   * @param name 1 to 64 letters, digits, {@code _} and {@code -}, a letter first
   */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** {@return its name} */
  public String name() {
    return name;
  }

  /** {@return what it does, for the model} */
  public String description() {
    return description;
  }

  /**
   * {@return a copy of the JSON Schema of its arguments, keys in the order in which they were
   * given}
   */
  public ObjectNode parameters() {
    return parameters.deepCopy();
  }

  /** {@return how long a call may take} */
  public Duration timeLimit() {
    return timeLimit;
  }

  /** {@return where it can run} */
  public ToolScope reach() {
    return reach;
  }

  ToolHandler handler() {
    return handler;
  }

  private static SchemaCheck schema(String name, ObjectNode parameters) {
    if (!"object".equals(parameters.path("type").asText())) {
      throw new IllegalArgumentException(
          "the parameters of '" + name + "' must have \"type\": \"object\" at their top");
    }
    try {
      return SchemaCheck.of(parameters);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the parameters of '" + name + "' cannot be used: " + e.getMessage(), e);
    }
  }

  /**
   * The arguments to call the tool with. Models write {@code null} for what they leave out: where
   * only that is wrong, such arguments are dropped.
   *
   * @param given what came; absent or null counts as an empty object
   * @throws TalariaException with a text for the model if they are not valid
   */
  ObjectNode checked(JsonNode given) {
    if (given == null || given.isNull() || given.isMissingNode()) {
      return checked(WireJson.mapper().createObjectNode());
    }
    if (!(given instanceof ObjectNode arguments)) {
      throw wrong("they must be a JSON object");
    }
    Optional<String> problem = schema.problem(arguments);
    ObjectNode checked = arguments.deepCopy();
    if (problem.isEmpty()) {
      return checked;
    }
    checked.properties().removeIf(argument -> argument.getValue().isNull());
    if (checked.size() < arguments.size() && schema.problem(checked).isEmpty()) {
      return checked;
    }
    // Without the slash before a place: to the model it is a parameter's name.
    throw wrong(problem.get().replaceAll("(^|; )/", "$1"));
  }

  private TalariaException wrong(String why) {
    return new TalariaException("wrong arguments for " + name + ": " + Redaction.redact(why));
  }

  @Override
  public String toString() {
    return "HostTool[" + name + ", " + reach + "]";
  }

  /** Collects what a tool is; not safe for use by many threads. */
  public static final class Builder {

    private final String name;
    private String description = "";
    private ObjectNode parameters;
    private ToolHandler handler;
    private Duration timeLimit = DEFAULT_TIME_LIMIT;
    private ToolScope reach = ToolScope.IN_HOST;

    private Builder(String name) {
      this.name = Objects.requireNonNull(name, "name");
      ObjectNode none = WireJson.mapper().createObjectNode().put("type", "object");
      none.putObject("properties");
      this.parameters = none;
    }

    /**
     * What it does, for the model: it decides by this whether to call it.
     *
     * @param text plain text; empty by default
     * @return this builder
     */
    public Builder description(String text) {
      this.description = Objects.requireNonNull(text, "text");
      return this;
    }

    /**
     * The JSON Schema of its arguments (2020-12 if it does not say), an object at its top. It is
     * copied; references to other documents are not followed.
     *
     * @param schema a JSON object with {@code "type": "object"}
     * @return this builder
     * @throws IllegalArgumentException if it is not a JSON object
     */
    public Builder parameters(JsonNode schema) {
      if (!(schema instanceof ObjectNode object)) {
        throw new IllegalArgumentException(
            "the parameters of '" + name + "' must be a JSON Schema, an object");
      }
      this.parameters = object.deepCopy();
      return this;
    }

    /**
     * As {@link #parameters(JsonNode)}, from JSON text.
     *
     * @param json the schema
     * @return this builder
     * @throws IllegalArgumentException if it is not a JSON object
     */
    public Builder parameters(String json) {
      try {
        return parameters(WireJson.mapper().readTree(json));
      } catch (JsonProcessingException e) {
        throw new IllegalArgumentException(
            "the parameters of '" + name + "' are not JSON: " + e.getOriginalMessage(), e);
      }
    }

    /**
     * What it does.
     *
     * @param work safe for use by many threads
     * @return this builder
     */
    public Builder handler(ToolHandler work) {
      this.handler = Objects.requireNonNull(work, "work");
      return this;
    }

    /**
     * What it does, on the thread that it is called on.
     *
     * @param work safe for use by many threads; may block
     * @return this builder
     */
    public Builder run(ToolHandler.Blocking work) {
      return handler(ToolHandler.of(Objects.requireNonNull(work, "work")));
    }

    /**
     * How long a call may take; 10 minutes by default.
     *
     * @param limit longer than zero
     * @return this builder
     * @throws IllegalArgumentException if it is not
     */
    public Builder timeLimit(Duration limit) {
      this.timeLimit = Limits.positive("the time limit of '" + name + "'", limit);
      return this;
    }

    /**
     * Where it can run; {@link ToolScope#IN_HOST} by default.
     *
     * @param where not null
     * @return this builder
     */
    public Builder reach(ToolScope where) {
      this.reach = Objects.requireNonNull(where, "where");
      return this;
    }

    /**
     * {@return the tool}
     *
     * @throws IllegalArgumentException if the name is not allowed or the schema cannot be used
     */
    public HostTool build() {
      return new HostTool(this);
    }
  }
}

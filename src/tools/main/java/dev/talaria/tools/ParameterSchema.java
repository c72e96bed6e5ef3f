package dev.talaria.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.base.Redaction;
import dev.talaria.base.TalariaException;
import dev.talaria.protocol.wire.WireJson;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The schema of a tool's arguments, ready to check a call.
 *
 * <p>Immutable and safe for use by many threads. Nothing is fetched: a reference to another
 * document makes the schema unusable.
 */
final class ParameterSchema {

  private static final int MOST_PROBLEMS = 5;

  private final String tool;
  private final SchemaCheck schema;

  private ParameterSchema(String tool, SchemaCheck schema) {
    this.tool = tool;
    this.schema = schema;
  }

  /**
   * Compiles a schema.
   *
   * @throws IllegalArgumentException if arguments cannot be checked by it
   */
  static ParameterSchema of(String tool, ObjectNode json) {
    if (!"object".equals(json.path("type").asText())) {
      throw new IllegalArgumentException(
          "the parameters of '" + tool + "' must have \"type\": \"object\" at their top");
    }
    try {
      return new ParameterSchema(tool, SchemaCheck.of(json));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the parameters of '" + tool + "' cannot be used: " + e.getMessage(), e);
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
      throw refusal("they must be a JSON object");
    }
    List<String> problems = schema.problems(arguments);
    if (problems.isEmpty()) {
      return arguments.deepCopy();
    }
    ObjectNode filled = arguments.deepCopy();
    filled.properties().removeIf(argument -> argument.getValue().isNull());
    if (filled.size() < arguments.size() && schema.problems(filled).isEmpty()) {
      return filled;
    }
    throw refusal(
        problems.stream()
            .limit(MOST_PROBLEMS)
            .map(ParameterSchema::text)
            .collect(Collectors.joining("; ")));
  }

  private TalariaException refusal(String why) {
    return new TalariaException("wrong arguments for " + tool + ": " + Redaction.redact(why));
  }

  /** Without the slash before a place: to the model it is a parameter's name. */
  private static String text(String problem) {
    return problem.startsWith("/") ? problem.substring(1) : problem;
  }
}

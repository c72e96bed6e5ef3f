package dev.talaria.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Locale;

/**
 * A JSON Schema that answers are checked against. Immutable and safe for use by many threads;
 * nothing is fetched.
 */
record SchemaCheck(Schema schema) {

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          registry ->
              registry
                  .schemaCacheEnabled(false)
                  .schemaRegistryConfig(
                      SchemaRegistryConfig.builder().locale(Locale.ENGLISH).build()));

  /**
   * Compiles a schema.
   *
   * @throws IllegalArgumentException if it is none
   */
  static SchemaCheck of(ObjectNode json) {
    try {
      Schema schema = REGISTRY.getSchema(json.deepCopy());
      schema.initializeValidators();
      return new SchemaCheck(schema);
    } catch (SchemaException e) {
      throw new IllegalArgumentException("this is no JSON Schema: " + e.getMessage(), e);
    }
  }

  /** What is wrong with a value; empty if it is valid. */
  List<String> problems(JsonNode value) {
    return schema.validate(value).stream().map(SchemaCheck::text).toList();
  }

  private static String text(Error problem) {
    String place = problem.getInstanceLocation().toString();
    return place.isEmpty() ? problem.getMessage() : place + ": " + problem.getMessage();
  }
}

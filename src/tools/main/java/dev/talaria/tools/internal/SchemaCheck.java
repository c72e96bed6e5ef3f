package dev.talaria.tools.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.talaria.base.Guard;
import dev.talaria.base.TalariaException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A JSON Schema (draft 2020-12 unless it names another) that arguments and answers are checked
 * against. Immutable and safe for use by many threads; nothing is fetched.
 *
 * <p>Validator and values exchange text: the validator's lines 2 (Jackson 2) and 3 (Jackson 3) have
 * the same names for different trees, and the program's other libraries decide which of them is on
 * the class path.
 */
public final class SchemaCheck {

  private static final int MOST_PROBLEMS = 5;

  /**
   * Loaded with the first schema, so that a validator that does not fit is an error that says what
   * to do.
   */
  private static final class Validator {
    static final SchemaRegistry REGISTRY =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry ->
                registry
                    .schemaCacheEnabled(false)
                    .schemaRegistryConfig(
                        SchemaRegistryConfig.builder().locale(Locale.ENGLISH).build()));
  }

  private final Schema schema;

  private SchemaCheck(Schema schema) {
    this.schema = schema;
  }

  /**
   * Compiles a schema.
   *
   * @throws IllegalArgumentException if it is not one, or refers to another document
   * @throws TalariaException if the class path has a validator that Talaria cannot use
   */
  public static SchemaCheck of(ObjectNode json) {
    try {
      Schema schema = Validator.REGISTRY.getSchema(json.toString());
      schema.initializeValidators();
      schema.validate("{}", InputFormat.JSON);
      return new SchemaCheck(schema);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("this is not a JSON Schema: " + Guard.words(e), e);
    } catch (LinkageError e) {
      throw new TalariaException(
          "the class path has a com.networknt:json-schema-validator that Talaria cannot use ("
              + Guard.words(e)
              + "); declare version 2.0.8 or 3.0.1 of it in your build file",
          e);
    }
  }

  /**
   * What is wrong with a value, each as {@code /place: problem}; empty if it is valid. A value that
   * the validator cannot read counts as wrong: one of more than 500 levels, a number of more than
   * 1,000 digits, a string of more than 20 million characters.
   */
  public List<String> problems(JsonNode value) {
    try {
      return schema.validate(value.toString(), InputFormat.JSON).stream()
          .map(SchemaCheck::text)
          .toList();
    } catch (RuntimeException e) {
      Throwable reason = e.getCause() == null ? e : e.getCause();
      return List.of("it cannot be checked: " + Guard.words(reason));
    }
  }

  /** The first problems of a value on one line; empty if it is valid. */
  public Optional<String> problem(JsonNode value) {
    return problems(value).stream().limit(MOST_PROBLEMS).reduce((all, next) -> all + "; " + next);
  }

  private static String text(Error problem) {
    String place = problem.getInstanceLocation().toString();
    return place.isEmpty() ? problem.getMessage() : place + ": " + problem.getMessage();
  }
}

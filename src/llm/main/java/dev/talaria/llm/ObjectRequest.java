package dev.talaria.llm;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.llm.call.CallOptions;
import dev.talaria.llm.call.ObjectAnswer;
import dev.talaria.llm.schema.TypeSchema;
import java.lang.reflect.Type;
import java.util.Objects;

/**
 * A call whose answer is an object: of a Java type, or valid against a JSON Schema.
 *
 * <p>Immutable; its {@link Builder} belongs to one thread.
 *
 * @param <T> what the answer is read as
 */
public final class ObjectRequest<T> {

  private final CallOptions options;
  private final Type type;
  private final ObjectNode schema;

  private ObjectRequest(Builder<T> builder) {
    this.options = builder.options();
    this.type = builder.type;
    this.schema = builder.schema;
  }

  /**
   * {@return a builder of a request for a value of this class; its schema is made from the class}
   *
   * @param <T> what the answer is read as
   * @param prompt not blank
   * @param type a class that Jackson can read
   */
  public static <T> Builder<T> builder(String prompt, Class<T> type) {
    return new Builder<>(prompt, Objects.requireNonNull(type, "type"), null);
  }

  /**
   * {@return a builder of a request for a value of a generic type; its schema is made from the
   * type}
   *
   * @param <T> what the answer is read as
   * @param prompt not blank
   * @param type such as {@code new TypeReference<List<String>>() {}}
   */
  public static <T> Builder<T> builder(String prompt, TypeReference<T> type) {
    return new Builder<>(prompt, type.getType(), null);
  }

  /**
   * {@return a builder of a request for JSON that is valid against a schema}
   *
   * @param prompt not blank
   * @param schema draft 2020-12 if it does not say; copied
   * @throws IllegalArgumentException if the prompt is blank or the schema is not an object
   */
  public static Builder<JsonNode> builder(String prompt, JsonNode schema) {
    if (!(schema instanceof ObjectNode object)) {
      throw new IllegalArgumentException("the schema of an answer must be a JSON object");
    }
    return new Builder<>(prompt, JsonNode.class, object.deepCopy());
  }

  CallOptions options() {
    return options;
  }

  /**
   * Prepares the reading of the answer.
   *
   * @throws LlmException if the schema cannot be used
   */
  ObjectAnswer<T> answer() {
    return ObjectAnswer.of(type, schema == null ? TypeSchema.of(type) : schema);
  }

  /**
   * Collects a request; not safe for use by many threads.
   *
   * @param <T> what the answer is read as
   */
  public static final class Builder<T> extends CallBuilder<Builder<T>> {

    private final Type type;
    private final ObjectNode schema;

    private Builder(String prompt, Type type, ObjectNode schema) {
      super(prompt, false);
      this.type = type;
      this.schema = schema;
    }

    @Override
    Builder<T> self() {
      return this;
    }

    /** {@return the request} */
    public ObjectRequest<T> build() {
      return new ObjectRequest<>(this);
    }
  }
}

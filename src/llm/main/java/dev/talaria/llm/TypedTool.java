package dev.talaria.llm;

import dev.talaria.llm.schema.TypeSchema;
import dev.talaria.tools.HostTool;
import dev.talaria.tools.ToolResult;
import java.util.Objects;

/**
 * Makes tools whose parameters are a Java type, such as a record. The model sees the schema of the
 * type, and each call receives a value of it. Stateless.
 *
 * <p>Every member is required but for an {@link java.util.Optional} and those with an annotation
 * called {@code Nullable}. Jackson's {@code @JsonPropertyDescription} describes a member.
 */
public final class TypedTool {

  private TypedTool() {}

  /**
   * What a tool does.
   *
   * @param <P> the type of its parameters
   */
  @FunctionalInterface
  public interface Work<P> {
    /**
     * Does one call, on a thread that may block. Called by many threads.
     *
     * @param parameters valid against the schema of the type
     * @return the text for the model
     * @throws Exception whose message is reported to the model as a failure
     */
    String call(P parameters) throws Exception;
  }

  /**
   * {@return a tool with name, parameters and work; give it a description before it is built}
   *
   * @param <P> the type of its parameters
   * @param name as for {@link HostTool#builder}
   * @param parameters a record, or another class that Jackson can make
   * @param work what it does
   */
  public static <P> HostTool.Builder of(String name, Class<P> parameters, Work<P> work) {
    Objects.requireNonNull(work, "work");
    return HostTool.builder(name)
        .parameters(TypeSchema.of(parameters))
        .run(
            call ->
                ToolResult.of(
                    work.call(TypeSchema.MAPPER.treeToValue(call.arguments(), parameters))));
  }
}

package dev.talaria.llm;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import dev.talaria.protocol.WireJson;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Optional;

/**
 * The JSON Schema of a Java type, and the Jackson that reads an answer as it. Stateless.
 *
 * <p>Every member is required but for an {@link Optional}, and for those with an annotation called
 * {@code Nullable}, whose ever it is. Times of {@code java.time} are ISO texts. Jackson's own
 * annotations name, describe and leave out members; their order is that of the declaration.
 */
final class TypeSchema {

  /** Reads and writes values of such types. */
  static final ObjectMapper MAPPER =
      WireJson.mapper()
          .copy()
          .registerModules(new Jdk8Module(), new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  private static final SchemaGenerator GENERATOR = generator();

  private TypeSchema() {}

  static ObjectNode of(Type type) {
    // The generator keeps state while it works.
    synchronized (GENERATOR) {
      return GENERATOR.generateSchema(type);
    }
  }

  private static SchemaGenerator generator() {
    SchemaGeneratorConfigBuilder builder =
        new SchemaGeneratorConfigBuilder(
                MAPPER, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(
                new JacksonModule(
                    JacksonOption.FLATTENED_ENUMS_FROM_JSONVALUE,
                    JacksonOption.FLATTENED_ENUMS_FROM_JSONPROPERTY))
            .with(Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES, Option.FLATTENED_OPTIONALS)
            .without(Option.SCHEMA_VERSION_INDICATOR);
    // As declared: a model that is asked for its reasons first finds a better answer.
    builder.forTypesInGeneral().withPropertySorter((one, other) -> 0);
    builder.forFields().withRequiredCheck(field -> !isNullable(field));
    return new SchemaGenerator(builder.build());
  }

  private static boolean isNullable(FieldScope field) {
    AnnotatedElement member = field.getRawMember();
    return field.getRawMember().getType() == Optional.class
        || called(member.getAnnotations())
        || called(field.getRawMember().getAnnotatedType().getAnnotations());
  }

  private static boolean called(Annotation[] annotations) {
    return Arrays.stream(annotations)
        .anyMatch(one -> one.annotationType().getSimpleName().equals("Nullable"));
  }
}

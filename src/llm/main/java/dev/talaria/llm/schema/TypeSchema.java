package dev.talaria.llm.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import com.github.victools.jsonschema.module.jackson.JacksonSchemaModule;
import dev.talaria.protocol.wire.WireJson;
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
public final class TypeSchema {

  /** Reads and writes values of such types. */
  public static final ObjectMapper MAPPER =
      WireJson.mapper()
          .copy()
          .registerModules(new Jdk8Module(), new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  private static final SchemaGenerator GENERATOR = generator();

  private TypeSchema() {}

  public static ObjectNode of(Type type) {
    // The generator keeps state while it works.
    synchronized (GENERATOR) {
      return read(GENERATOR.generateSchema(type).toString());
    }
  }

  /** The generator writes the tree of Jackson 3. */
  private static ObjectNode read(String schema) {
    try {
      return (ObjectNode) MAPPER.readTree(schema);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a generated schema is JSON", e);
    }
  }

  private static SchemaGenerator generator() {
    SchemaGeneratorConfigBuilder builder =
        new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(
                new JacksonSchemaModule(
                    JacksonOption.FLATTENED_ENUMS_FROM_JSONVALUE,
                    JacksonOption.FLATTENED_ENUMS_FROM_JSONPROPERTY))
            .with(Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES, Option.FLATTENED_OPTIONALS)
            .without(Option.SCHEMA_VERSION_INDICATOR);
    // As declared: a model that is asked for its reasons first finds a better answer.
    builder.forTypesInGeneral().withPropertySorter((one, other) -> 0);
    builder
        .forFields()
        .withRequiredCheck(field -> !isNullable(field))
        .withPropertyNameOverrideResolver(TypeSchema::nameForJackson2);
    return new SchemaGenerator(builder.build());
  }

  /** The generator knows the naming strategies of Jackson 3, and answers are read by Jackson 2. */
  private static String nameForJackson2(FieldScope field) {
    if (field.isFakeContainerItemScope()) {
      return null;
    }
    JavaType owner = MAPPER.constructType(field.getDeclaringType().getErasedType());
    return MAPPER.getDeserializationConfig().introspect(owner).findProperties().stream()
        .filter(property -> property.getInternalName().equals(field.getDeclaredName()))
        .map(BeanPropertyDefinition::getName)
        .findFirst()
        .orElse(null);
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

package dev.talaria.restate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.restate.common.Slice;
import dev.restate.serde.Serde;
import dev.talaria.base.TalariaException;
import java.io.IOException;

/**
 * Values as the engine keeps and sends them: JSON by Jackson, without the SDK's own serdes and the
 * schemas that they bring. Immutable.
 *
 * @param <T> a type of the durable runs; {@code null} is {@code null}
 */
final class RunJson<T> implements Serde<T> {

  /** A newer worker may have added fields to what an older one reads. */
  static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final JavaType type;

  private RunJson(JavaType type) {
    this.type = type;
  }

  static <T> RunJson<T> of(java.lang.Class<T> type) {
    return new RunJson<>(MAPPER.constructType(type));
  }

  @Override
  public Slice serialize(T value) {
    try {
      return Slice.wrap(MAPPER.writerFor(type).writeValueAsBytes(value));
    } catch (JsonProcessingException e) {
      throw new TalariaException("not writable as JSON: " + type, e);
    }
  }

  @Override
  public T deserialize(Slice value) {
    try {
      return MAPPER.readValue(value.toByteArray(), type);
    } catch (IOException e) {
      throw new TalariaException("not %s as JSON".formatted(type.getRawClass().getSimpleName()), e);
    }
  }

  @Override
  public String contentType() {
    return "application/json";
  }
}

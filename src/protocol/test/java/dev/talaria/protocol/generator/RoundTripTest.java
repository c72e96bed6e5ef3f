package dev.talaria.protocol.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.WireFormatException;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;
import dev.talaria.protocol.wire.WireJson;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is read is what was written, by each accessor; and what is written is what was read. */
class RoundTripTest {

  private static final int DOCUMENTS = 10_000;
  private static final Path RECORDINGS =
      Path.of(System.getProperty("talaria.root"), "fixtures/recordings");

  private static WireSchema schema;

  /** How many fields an accessor read, so that a walk that reads nothing fails. */
  private int fields;

  @BeforeAll
  static void export() throws Exception {
    schema = WireSchema.of(PinnedCodex.install(PinnedCodex.defaultCache(), line -> {}));
  }

  @Test
  void generated_documents_are_read_and_written_as_they_are() throws Exception {
    Set<String> roots = new TreeSet<>();
    for (List<WireSchema.Message> messages :
        List.of(schema.requests, schema.notifications, schema.serverRequests)) {
      for (WireSchema.Message message : messages) {
        if (message.params() != null) {
          roots.add(message.params());
        }
        if (messages != schema.notifications) {
          roots.add(TypeWriter.responseOf(message));
        }
      }
    }
    List<String> definitions = List.copyOf(roots);
    assertTrue(definitions.size() > 400, "" + definitions.size());
    for (int number = 0; number < DOCUMENTS; number++) {
      String definition = definitions.get(number % definitions.size());
      JsonNode document = new RandomJson(schema, number, number % 2 == 1).of(definition);
      String as = definition + " of seed " + number + ": " + document;
      WireValue value = read(definition, document);
      assertEquals(document, value.json(), as);
      assertEquals(document.toString(), WireJson.mapper().writeValueAsString(value), as);
      walk(value, as);
      rebuild(definition, value, as);
    }
    assertTrue(fields > 5 * DOCUMENTS, "fields: " + fields);
  }

  @Test
  void recorded_messages_of_each_version_are_read() throws Exception {
    Map<String, String> params = new HashMap<>();
    Map<String, String> results = new HashMap<>();
    for (List<WireSchema.Message> messages :
        List.of(schema.requests, schema.notifications, schema.serverRequests)) {
      for (WireSchema.Message message : messages) {
        params.put(message.method(), message.params());
        if (messages != schema.notifications) {
          results.put(message.method(), TypeWriter.responseOf(message));
        }
      }
    }
    Map<String, Integer> messages = new TreeMap<>();
    Set<String> missing = new TreeSet<>();
    for (Path file : recordings()) {
      String version = RECORDINGS.relativize(file).getName(0).toString();
      Map<String, String> pending = new HashMap<>();
      for (String line : Files.readAllLines(file)) {
        JsonNode recorded = WireJson.mapper().readTree(line);
        JsonNode message = recorded.path("msg");
        String method = message.path("method").asText();
        boolean sent = recorded.path("dir").asText().equals("send");
        String definition = params.get(method);
        JsonNode json = message.path("params");
        if (message.has("method")) {
          if (message.has("id")) {
            pending.put(sent + " " + message.path("id"), method);
          }
        } else if (message.has("result")) {
          definition = results.get(pending.getOrDefault(!sent + " " + message.path("id"), ""));
          json = message.path("result");
        }
        if (definition == null || !json.isObject()) {
          continue;
        }
        try {
          WireValue value = read(definition, json);
          assertEquals(json.toString(), WireJson.mapper().writeValueAsString(value));
          walk(value, file + ": " + line);
          messages.merge(version, 1, Integer::sum);
        } catch (WireFormatException e) {
          missing.add(version + " " + definition + ": " + e.getMessage());
        }
      }
    }
    assertEquals(Set.of("0.125.0", "0.130.0", "0.169.0"), messages.keySet());
    assertTrue(messages.values().stream().allMatch(count -> count > 1000), "" + messages);
    // A required field of today that an older version does not send is found by its accessor only.
    assertTrue(missing.stream().noneMatch(one -> one.startsWith("0.169.0")), "" + missing);
  }

  private static List<Path> recordings() throws IOException {
    try (Stream<Path> files = Files.walk(RECORDINGS)) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).toList();
    }
  }

  private static WireValue read(String definition, JsonNode json) throws Exception {
    Class<?> type = Class.forName(TypeWriter.PACKAGE + "." + Names.className(definition));
    return (WireValue)
        (type.isInterface()
            ? type.getMethod("read", JsonNode.class).invoke(null, json)
            : type.getConstructor(JsonNode.class).newInstance(json));
  }

  /** Each accessor gives what the JSON has. */
  private void walk(WireValue value, String as) throws Exception {
    if (!(value instanceof WireObject)) {
      return;
    }
    for (Method accessor : accessors(value.getClass())) {
      JsonNode field = field(value.json(), accessor.getName());
      check(invoke(accessor, value), field, accessor + " in " + as);
      fields++;
    }
  }

  private void check(Object read, JsonNode json, String as) throws Exception {
    if (read instanceof Optional<?> optional) {
      assertEquals(json == null || json.isNull(), optional.isEmpty(), as);
      if (optional.isPresent()) {
        check(optional.get(), json, as);
      }
    } else if (read instanceof List<?> list) {
      assertEquals(json == null || json.isNull() ? 0 : json.size(), list.size(), as);
      for (int i = 0; i < list.size(); i++) {
        check(list.get(i), json.get(i), as);
      }
    } else if (read instanceof Map<?, ?> map) {
      assertEquals(json == null || json.isNull() ? 0 : json.size(), map.size(), as);
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        check(entry.getValue(), json.get((String) entry.getKey()), as);
      }
    } else if (read instanceof JsonNode node) {
      assertTrue(json == null ? node.isMissingNode() : node == json, as);
    } else if (read instanceof WireValue value) {
      assertEquals(json, value.json(), as);
      walk(value, as);
    } else if (read instanceof WireEnum constant) {
      boolean known = !constant.toString().equals("UNRECOGNIZED");
      assertEquals(json.textValue(), known ? constant.wire() : "notKnownYet", as);
    } else if (read instanceof Number number) {
      assertEquals(0, json.decimalValue().compareTo(new BigDecimal(number.toString())), as);
    } else {
      assertEquals(json.isNull() ? null : json, read == null ? null : Wire.tree(read), as);
    }
  }

  /** A value that is made by setters from what the accessors gave is the same but for null. */
  private static void rebuild(String definition, WireValue value, String as) throws Exception {
    Class<?> type = value.getClass();
    Optional<Method> factory =
        Stream.of(type.getMethods()).filter(one -> one.getName().equals("of")).findAny();
    if (factory.isEmpty()) {
      return;
    }
    List<Object> needed = new ArrayList<>();
    Set<String> given = new TreeSet<>();
    for (String name : required(definition, value.json())) {
      // Constants that are not known cannot be sent.
      Object read = plain(invoke(type.getMethod(name), value));
      if (hasUnknown(read)) {
        return;
      }
      needed.add(read);
      given.add(name);
    }
    Object built = invoke(factory.get(), null, needed.toArray());
    for (Method setter : type.getMethods()) {
      if (setter.getParameterCount() != 1
          || setter.getDeclaringClass() != type
          || Modifier.isStatic(setter.getModifiers())) {
        continue;
      }
      JsonNode field = field(value.json(), setter.getName());
      if (field != null) {
        Object read = plain(invoke(type.getMethod(setter.getName()), value));
        if (hasUnknown(read)) {
          return;
        }
        built = invoke(setter, built, field.isNull() ? new Object[] {null} : new Object[] {read});
        given.add(setter.getName());
      }
    }
    JsonNode json = ((WireValue) built).json();
    for (Map.Entry<String, JsonNode> field : value.json().properties()) {
      if (given.contains(Names.javaName(field.getKey()))) {
        assertEquals(field.getValue(), json.get(field.getKey()), field.getKey() + " in " + as);
      }
    }
    assertSame(type, built.getClass());
  }

  /**
   * The names of the factory's parameters: the required fields, but for the one that is constant.
   */
  private static List<String> required(String definition, JsonNode json) {
    JsonNode one = schema.definitions.get(definition);
    String tag = one.has("oneOf") ? TypeWriter.tag(one.path("oneOf")) : null;
    for (JsonNode alternative : one.path("oneOf")) {
      if (alternative.path("properties").path(tag).path("enum").get(0).equals(json.get(tag))) {
        one = alternative;
      }
    }
    Set<String> required = new TreeSet<>();
    one.path("required").forEach(name -> required.add(name.asText()));
    return one.path("properties").properties().stream()
        .map(Map.Entry::getKey)
        .filter(name -> required.contains(name) && !name.equals(tag))
        .map(Names::javaName)
        .toList();
  }

  private static Object plain(Object read) {
    return read instanceof Optional<?> optional ? optional.orElse(null) : read;
  }

  private static boolean hasUnknown(Object read) {
    if (read instanceof List<?> list) {
      return list.stream().anyMatch(RoundTripTest::hasUnknown);
    } else if (read instanceof Map<?, ?> map) {
      return map.values().stream().anyMatch(RoundTripTest::hasUnknown);
    }
    return read instanceof WireEnum constant && constant.toString().equals("UNRECOGNIZED");
  }

  private static List<Method> accessors(Class<?> type) {
    return Stream.of(type.getMethods())
        .filter(method -> method.getParameterCount() == 0)
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .filter(method -> method.getDeclaringClass().getName().startsWith(TypeWriter.PACKAGE))
        .toList();
  }

  private static JsonNode field(JsonNode json, String javaName) {
    for (Map.Entry<String, JsonNode> field : json.properties()) {
      if (Names.javaName(field.getKey()).equals(javaName)) {
        return field.getValue();
      }
    }
    return null;
  }

  private static Object invoke(Method method, Object on, Object... arguments) throws Exception {
    try {
      return method.invoke(on, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof WireFormatException format) {
        throw format;
      }
      throw e;
    }
  }
}

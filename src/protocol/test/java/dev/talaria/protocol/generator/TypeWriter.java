package dev.talaria.protocol.generator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** Writes the sources of the package {@code dev.talaria.protocol.v2}. Stateful, for one thread. */
final class TypeWriter extends SourceText {

  static final String PACKAGE = "dev.talaria.protocol.v2";

  /** The types of results that are not called as their params are. */
  private static final Map<String, String> RESULTS =
      Map.ofEntries(
          Map.entry("account/logout", "LogoutAccountResponse"),
          Map.entry("account/securitySetup/read", "GetAccountSecuritySetupResponse"),
          Map.entry("account/workspaceMessages/read", "GetWorkspaceMessagesResponse"),
          Map.entry("account/gatewayOAuth/cancel", "GatewayOAuthCancelResponse"),
          Map.entry("accountSession/list", "AccountSessionsResponse"),
          Map.entry("config/batchWrite", "ConfigWriteResponse"),
          Map.entry("config/mcpServer/reload", "McpServerRefreshResponse"),
          Map.entry("config/value/write", "ConfigWriteResponse"),
          Map.entry("configRequirements/read", "ConfigRequirementsReadResponse"),
          Map.entry(
              "externalAgentConfig/import/readHistories",
              "ExternalAgentConfigImportHistoriesReadResponse"),
          Map.entry("memory/reset", "MemoryResetResponse"),
          Map.entry("remoteControl/status/read", "RemoteControlStatusReadResponse"),
          Map.entry("rollout/compress", "RolloutCompressResponse"),
          Map.entry("windowsSandbox/readiness", "WindowsSandboxReadinessResponse"));

  /** How a schema is read: the Java type, and a function from the tree to it. */
  private record Type(String name, String reader, Shape shape) {
    enum Shape {
      ONE,
      LIST,
      MAP,
      ANY
    }

    static Type one(String name, String reader) {
      return new Type(name, reader, Shape.ONE);
    }

    String java() {
      return switch (shape) {
        case LIST -> "List<" + name + ">";
        case MAP -> "Map<String, " + name + ">";
        default -> name;
      };
    }

    /** As a function, also of a list in a list. */
    String function() {
      return switch (shape) {
        case LIST -> "node -> Wire.list(node, " + reader + ")";
        case MAP -> "node -> Wire.map(node, " + reader + ")";
        default -> reader;
      };
    }

    String primitive() {
      if (shape != Shape.ONE) {
        return java();
      }
      return switch (name) {
        case "Long" -> "long";
        case "Integer" -> "int";
        case "Boolean" -> "boolean";
        case "Double" -> "double";
        default -> java();
      };
    }
  }

  private record Field(
      String wire, String java, Type type, boolean required, boolean nullable, JsonNode schema) {}

  private final WireSchema schema;
  private final Set<String> sent;
  private final Map<String, String> uses = new TreeMap<>();
  private final Map<String, String> files = new TreeMap<>();

  /**
   * The kinds of the union that is written: inside of it they hide definitions of the same name.
   */
  private Set<String> shadowed = Set.of();

  private Map<String, JsonNode> nested = new LinkedHashMap<>();

  TypeWriter(WireSchema schema) {
    this.schema = schema;
    Set<String> start = new TreeSet<>();
    schema.requests.forEach(one -> addParams(start, one));
    schema.serverRequests.forEach(one -> start.add(responseOf(one)));
    sent = schema.reachedFrom(start);
    schema.notifications.forEach(one -> uses(one.params(), "What " + code(one) + " tells"));
    schema.serverRequests.forEach(
        one -> {
          uses(one.params(), "What " + code(one) + " asks");
          uses(responseOf(one), "The answer to " + code(one));
        });
    schema.requests.forEach(
        one -> {
          uses(one.params(), "The params of " + code(one));
          uses(responseOf(one), "The result of " + code(one));
        });
  }

  private static String code(WireSchema.Message message) {
    return "{@code " + message.method() + "}";
  }

  private void uses(String definition, String text) {
    if (definition != null) {
      uses.merge(
          definition, text, (one, other) -> one + " and " + other.substring(other.indexOf('{')));
    }
  }

  private static void addParams(Set<String> to, WireSchema.Message message) {
    if (message.params() != null) {
      to.add(message.params());
    }
  }

  /** The sources by file name. */
  Map<String, String> files(String version) {
    files.put(
        "package-info.java",
        """
        /**
         * The protocol of the app-server, typed: every definition of Codex %s's schema, generated from it.
         *
         * <p>{@link dev.talaria.protocol.v2.Methods} and {@link dev.talaria.protocol.v2.Notifications} are
         * where to begin. Each type is a view of its JSON ({@link dev.talaria.protocol.WireValue}): what a
         * newer or older Codex adds or leaves out is neither lost nor an error until it is asked for. An
         * optional field is empty both when it is absent and when it is null; the JSON tells them apart.
         * Types that are sent have {@code of(...)} with the required fields, and for each optional field a
         * method of its name that returns a copy with a value.
         */
        package %s;
        """
            .formatted(version, PACKAGE));
    schema.definitions.forEach(this::definition);
    methods();
    notifications();
    return files;
  }

  static String responseOf(WireSchema.Message message) {
    String named = RESULTS.get(message.method());
    return named != null ? named : message.params().replaceAll("Params$", "") + "Response";
  }

  private void definition(String name, JsonNode one) {
    boolean experimental = schema.isExperimental(name);
    JsonNode union = one.has("oneOf") ? one.path("oneOf") : one.path("anyOf");
    if (one.has("enum") || allNames(union)) {
      enumeration("", Names.className(name), one, union, experimental);
    } else if (union.isEmpty()) {
      object("", Names.className(name), name, one, null, "", experimental);
    } else if (tag(union) != null) {
      taggedUnion(name, one, union, tag(union), experimental);
    } else if (namesAndObjects(union)) {
      keyedUnion(name, one, union, experimental);
    } else {
      object("", Names.className(name), name, merged(one, union), null, "", experimental);
    }
    files.put(Names.className(name) + ".java", file(PACKAGE));
  }

  // Kinds of union.

  private static boolean allNames(JsonNode union) {
    return !union.isEmpty() && all(union, one -> one.has("enum") && !one.has("properties"));
  }

  private static boolean namesAndObjects(JsonNode union) {
    return all(
        union, one -> one.has("enum") || one.path("properties").size() == 1 && one.has("required"));
  }

  private static boolean all(JsonNode nodes, Predicate<JsonNode> test) {
    for (JsonNode one : nodes) {
      if (!test.test(one)) {
        return false;
      }
    }
    return true;
  }

  /** The property with one value in each alternative; null without one. */
  static String tag(JsonNode union) {
    for (String name : fieldNames(union.path(0).path("properties"))) {
      if (all(union, one -> one.path("properties").path(name).path("enum").size() == 1)) {
        return name;
      }
    }
    return null;
  }

  private static List<String> fieldNames(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** One object with the properties of all alternatives, none of which is required. */
  private static JsonNode merged(JsonNode one, JsonNode union) {
    var merged = one.<ObjectNode>deepCopy();
    var properties = merged.putObject("properties");
    union.forEach(
        alternative ->
            alternative
                .path("properties")
                .properties()
                .forEach(e -> properties.set(e.getKey(), e.getValue())));
    merged.remove("required");
    return merged;
  }

  // Types.

  private Type type(JsonNode one, String property) {
    if (one.has("$ref")) {
      String name = WireSchema.refName(one);
      if (schema.isText(name)) {
        return Type.one("String", "Wire::text");
      }
      String java =
          (shadowed.contains(Names.className(name)) ? PACKAGE + "." : "") + Names.className(name);
      return Type.one(java, java + (isRecord(name) ? "::new" : "::read"));
    }
    for (String wrapper : List.of("allOf", "anyOf", "oneOf")) {
      if (one.has(wrapper)) {
        return type(one.path(wrapper).get(0), property);
      }
    }
    String kind =
        one.path("type").isArray() ? one.at("/type/0").asText() : one.path("type").asText();
    switch (kind) {
      case "string":
        return Type.one("String", "Wire::text");
      case "boolean":
        return Type.one("Boolean", "Wire::flag");
      case "number":
        return Type.one("Double", "Wire::number");
      case "integer":
        return Set.of("int32", "uint8", "uint16").contains(one.path("format").asText())
            ? Type.one("Integer", "Wire::integer")
            : Type.one("Long", "Wire::longInteger");
      case "array":
        {
          Type element = type(one.path("items"), property);
          return new Type(element.java(), element.function(), Type.Shape.LIST);
        }
      case "object":
        if (one.has("properties")) {
          String name = Names.capital(Names.javaName(property)) + "Value";
          nested.put(name, one);
          return Type.one(name, name + "::new");
        }
        if (one.path("additionalProperties").isObject()) {
          Type value = type(one.path("additionalProperties"), property);
          String reader =
              nullable(one.path("additionalProperties"))
                  ? "node -> node.isNull() ? null : Wire.text(node)"
                  : value.function();
          return new Type(value.java(), reader, Type.Shape.MAP);
        }
        return new Type("JsonNode", "Wire::node", Type.Shape.ANY);
      default:
        return new Type("JsonNode", "Wire::node", Type.Shape.ANY);
    }
  }

  private boolean isRecord(String name) {
    JsonNode one = schema.definitions.get(name);
    JsonNode union = one.has("oneOf") ? one.path("oneOf") : one.path("anyOf");
    return !one.has("enum")
        && (union.isEmpty() || !allNames(union) && tag(union) == null && !namesAndObjects(union));
  }

  private static boolean nullable(JsonNode one) {
    if (one.path("type").isArray()) {
      return true;
    }
    for (JsonNode alternative : one.path("anyOf")) {
      if (alternative.path("type").asText().equals("null")) {
        return true;
      }
    }
    return false;
  }

  /** The fields without the one that is the same in each value. */
  private List<Field> fields(JsonNode one, String without) {
    Set<String> required = new TreeSet<>();
    one.path("required").forEach(name -> required.add(name.asText()));
    List<Field> fields = new ArrayList<>();
    for (String name : fieldNames(one.path("properties"))) {
      if (!name.equals(without)) {
        JsonNode property = one.path("properties").path(name);
        fields.add(
            new Field(
                name,
                Names.javaName(name),
                type(property, name),
                required.contains(name),
                nullable(property),
                property));
      }
    }
    return fields;
  }

  // Declarations.

  private void object(
      String indent,
      String name,
      String definition,
      JsonNode one,
      String[] constant,
      String implemented,
      boolean experimental) {
    Map<String, JsonNode> outer = nested;
    nested = new LinkedHashMap<>();
    List<Field> fields = fields(one, constant == null ? null : constant[0]);
    String text = described(one);
    comment(indent, text.isEmpty() ? purpose(constant, name) : text, List.of());
    mark(indent, experimental);
    boolean inInterface = !implemented.isEmpty();
    line(
        indent
            + (inInterface
                ? "final class "
                : indent.isEmpty() ? "public final class " : "public static final class ")
            + name
            + " extends WireObject"
            + (inInterface ? " implements " + implemented : "")
            + " {");
    constructor(indent + "  ", name);
    boolean isSent = sent.contains(definition);
    if (isSent) {
      factory(indent + "  ", name, fields, constant);
    }
    for (Field field : fields) {
      accessor(
          indent + "  ", field, !experimental && schema.isExperimental(definition, field.wire()));
      if (isSent && !field.required()) {
        setter(indent + "  ", name, field);
      }
    }
    Map<String, JsonNode> inner = nested;
    inner.forEach(
        (type, value) -> {
          line("");
          object(indent + "  ", type, definition, value, null, "", false);
        });
    line(indent + "}");
    nested = outer;
  }

  private String purpose(String[] constant, String name) {
    return constant == null
        ? use(name)
        : "{@code " + constant[0] + "} is {@code " + constant[1] + "}.";
  }

  private void factory(String indent, String name, List<Field> fields, String[] constant) {
    List<Field> needed = fields.stream().filter(Field::required).toList();
    line("");
    List<String> tags = new ArrayList<>();
    needed.forEach(
        field ->
            tags.add(
                "@param "
                    + field.java()
                    + " "
                    + description(field)
                    + (field.nullable() ? "; may be null" : "")));
    tags.add("@return a value with " + (needed.isEmpty() ? "no optional field" : "these fields"));
    comment(indent, "Makes one to be sent.", tags);
    line(
        indent
            + "public static "
            + name
            + " of("
            + String.join(
                ", ",
                needed.stream()
                    .map(
                        f ->
                            (f.nullable() ? f.type().java() : f.type().primitive())
                                + " "
                                + f.java())
                    .toList())
            + ") {");
    List<String> pairs = new ArrayList<>();
    if (constant != null) {
      pairs.add(Names.quoted(constant[0]) + ", " + Names.quoted(constant[1]));
    }
    needed.forEach(field -> pairs.add(Names.quoted(field.wire()) + ", " + field.java()));
    line(indent + "  return new " + name + "(Wire.object(" + String.join(", ", pairs) + "));");
    line(indent + "}");
  }

  private void accessor(String indent, Field field, boolean experimental) {
    Type type = field.type();
    String at = "(json(), " + Names.quoted(field.wire());
    boolean always = field.required() && !field.nullable();
    String java;
    String body;
    String says;
    switch (type.shape()) {
      case LIST:
        java = type.java();
        body = "Wire.list" + at + ", " + type.reader() + ")";
        says = always ? "" : "; empty also when absent or null";
        break;
      case MAP:
        java = type.java();
        body = "Wire.map" + at + ", " + type.reader() + ")";
        says = always ? "" : "; empty also when absent or null";
        break;
      case ANY:
        java = "JsonNode";
        body = "json().path(" + Names.quoted(field.wire()) + ")";
        says = "; a missing node when absent";
        break;
      default:
        boolean text = type.reader().equals("Wire::text");
        java = always ? type.primitive() : "Optional<" + type.java() + ">";
        body =
            text
                ? (always ? "Wire.text" : "Wire.optionalText") + at + ")"
                : (always ? "Wire.required" : "Wire.optional") + at + ", " + type.reader() + ")";
        says = always ? "" : "; empty when absent or null";
    }
    line("");
    String text = described(field.schema());
    if (text.isEmpty()) {
      comment(indent, "{@return " + Names.shown(field.wire()) + says + "}", List.of());
    } else {
      comment(indent, text, List.of("@return " + Names.shown(field.wire()) + says));
    }
    mark(indent, experimental);
    line(indent + "public " + java + " " + field.java() + "() {");
    line(indent + "  return " + body + ";");
    line(indent + "}");
  }

  private void setter(String indent, String name, Field field) {
    line("");
    comment(
        indent,
        "Sets " + Names.shown(field.wire()) + ".",
        List.of(
            "@param value " + (field.nullable() ? "{@code null} is sent as null" : "not null"),
            "@return a copy with it"));
    String java = field.nullable() ? field.type().java() : field.type().primitive();
    line(indent + "public " + name + " " + field.java() + "(" + java + " value) {");
    line(
        indent
            + "  return new "
            + name
            + "(Wire.with(json(), "
            + Names.quoted(field.wire())
            + ", value));");
    line(indent + "}");
  }

  private void enumeration(
      String indent, String name, JsonNode one, JsonNode union, boolean experimental) {
    Map<String, String> values = new LinkedHashMap<>();
    one.path("enum").forEach(value -> values.put(value.asText(), ""));
    union.forEach(
        part -> part.path("enum").forEach(value -> values.put(value.asText(), described(part))));
    String text = described(one);
    comment(indent, text.isEmpty() ? use(name) : text, List.of());
    mark(indent, experimental);
    line(indent + "public enum " + name + " implements WireEnum {");
    constants(indent, values, ",");
    comment(indent + "  ", "A value that is not known here; the JSON around it has it.", List.of());
    line(indent + "  UNRECOGNIZED(null);");
    line("");
    line(indent + "  private final String wire;");
    line("");
    line(indent + "  " + name + "(String wire) {");
    line(indent + "    this.wire = wire;");
    line(indent + "  }");
    line("");
    line(indent + "  @Override");
    line(indent + "  public String wire() {");
    line(indent + "    return Wire.sent(wire);");
    line(indent + "  }");
    line("");
    comment(indent + "  ", "{@return the constant of a string}", List.of("@param json a string"));
    line(indent + "  public static " + name + " read(JsonNode json) {");
    line(indent + "    return Wire.constant(json, values(), UNRECOGNIZED);");
    line(indent + "  }");
    line(indent + "}");
  }

  private void constants(String indent, Map<String, String> values, String end) {
    int left = values.size();
    for (Map.Entry<String, String> value : values.entrySet()) {
      comment(
          indent + "  ",
          value.getValue().isEmpty() ? "{@code " + value.getKey() + "}." : value.getValue(),
          List.of());
      line(
          indent
              + "  "
              + Names.constantName(value.getKey())
              + "("
              + Names.quoted(value.getKey())
              + ")"
              + (--left > 0 ? "," : end));
    }
  }

  private void taggedUnion(
      String definition, JsonNode one, JsonNode union, String tag, boolean experimental) {
    String name = Names.className(definition);
    String text = described(one);
    comment(
        "",
        (text.isEmpty() ? use(name) : text) + "\n\nIts {@code " + tag + "} says what it is.",
        List.of());
    mark("", experimental);
    line("public sealed interface " + name + " extends WireValue {");
    Map<String, String> kinds = new LinkedHashMap<>();
    union.forEach(
        part -> {
          String value = part.path("properties").path(tag).at("/enum/0").asText();
          kinds.put(value, Names.kindName(value, name));
        });
    shadowed = Set.copyOf(kinds.values());
    line("");
    comment(
        "  ",
        "{@return the value of a kind that {@code " + tag + "} names}",
        List.of("@param json an object"));
    line("  static " + name + " read(JsonNode json) {");
    line("    return switch (Wire.kind(json, " + Names.quoted(tag) + ")) {");
    kinds.forEach(
        (value, kind) -> line("      case " + Names.quoted(value) + " -> new " + kind + "(json);"));
    line("      default -> new Unrecognized(json);");
    line("    };");
    line("  }");
    for (Field field : fields(one, tag)) {
      String body = shared(field);
      line(body);
    }
    Set<String> written = new TreeSet<>();
    for (JsonNode part : union) {
      String value = part.path("properties").path(tag).at("/enum/0").asText();
      if (written.add(kinds.get(value))) { // two spellings of one kind have one type
        line("");
        object("  ", kinds.get(value), definition, part, new String[] {tag, value}, name, false);
      }
    }
    unrecognized(name, "{@code " + tag + "}");
    line("}");
    shadowed = Set.of();
  }

  /** An accessor of what all kinds have, in the interface. */
  private String shared(Field field) {
    return written(() -> accessor("  ", field, false))
        .replace("  public ", "  default ")
        .stripTrailing();
  }

  private void keyedUnion(String definition, JsonNode one, JsonNode union, boolean experimental) {
    String name = Names.className(definition);
    String text = described(one);
    comment(
        "",
        (text.isEmpty() ? use(name) : text) + "\n\nA name, or an object with one key.",
        List.of());
    mark("", experimental);
    line("public sealed interface " + name + " extends WireValue {");
    Map<String, String> values = new LinkedHashMap<>();
    Map<String, JsonNode> kinds = new LinkedHashMap<>();
    union.forEach(
        part -> {
          part.path("enum").forEach(value -> values.put(value.asText(), described(part)));
          if (part.has("properties")) {
            kinds.put(part.path("properties").fieldNames().next(), part);
          }
        });
    shadowed = new TreeSet<>();
    kinds.keySet().forEach(key -> shadowed.add(Names.kindName(key, name)));
    line("");
    comment(
        "  ",
        "{@return the value of a name or an object}",
        List.of("@param json a string or an object"));
    line("  static " + name + " read(JsonNode json) {");
    line("    for (Name one : Name.values()) {");
    line("      if (one.wire.equals(json.textValue())) {");
    line("        return one;");
    line("      }");
    line("    }");
    line("    return switch (Wire.kind(json)) {");
    kinds.forEach(
        (key, part) ->
            line(
                "      case "
                    + Names.quoted(key)
                    + " -> new "
                    + Names.kindName(key, name)
                    + "(json);"));
    line("      default -> new Unrecognized(json);");
    line("    };");
    line("  }");
    line("");
    comment("  ", "The names.", List.of());
    line("  enum Name implements " + name + ", WireEnum {");
    constants("  ", values, ";");
    line("");
    line("    private final String wire;");
    line("");
    line("    Name(String wire) {");
    line("      this.wire = wire;");
    line("    }");
    line("");
    line("    @Override");
    line("    public String wire() {");
    line("      return wire;");
    line("    }");
    line("");
    line("    @Override");
    line("    public JsonNode json() {");
    line("      return Wire.tree((Object) wire);");
    line("    }");
    line("  }");
    kinds.forEach(
        (key, part) -> {
          line("");
          object("  ", Names.kindName(key, name), definition, part, null, name, false);
        });
    unrecognized(name, "name or key");
    line("}");
    shadowed = Set.of();
  }

  private void unrecognized(String name, String what) {
    line("");
    comment("  ", "One with a " + what + " that is not known here.", List.of());
    line("  final class Unrecognized extends WireObject implements " + name + " {");
    constructor("    ", "Unrecognized");
    line("  }");
  }

  private void constructor(String indent, String name) {
    line("");
    comment(indent, "Reads one.", List.of("@param json kept as it is"));
    line(indent + "public " + name + "(JsonNode json) {");
    line(indent + "  super(json);");
    line(indent + "}");
  }

  // Messages.

  private void methods() {
    table(
        "Methods",
        "Method",
        "The methods that a client calls, each with the types of its params and its result.",
        schema.requests,
        one ->
            (one.params() == null ? "Void" : Names.className(one.params()))
                + ", "
                + Names.className(responseOf(one)),
        TypeWriter::responseOf);
  }

  private void notifications() {
    table(
        "Notifications",
        "Notification",
        "What the app-server tells, each with the type of its params.",
        schema.notifications,
        one -> Names.className(one.params()),
        WireSchema.Message::params);
  }

  /**
   * A class of constants, with one function that reads for all of them: a start costs no lambda
   * each.
   */
  private void table(
      String name,
      String type,
      String text,
      List<WireSchema.Message> messages,
      Function<WireSchema.Message, String> arguments,
      Function<WireSchema.Message, String> read) {
    comment("", text, List.of());
    line("public final class " + name + " {");
    line("");
    line(
        "  private static final BiFunction<String, JsonNode, WireValue> READER = "
            + name
            + "::read;");
    for (WireSchema.Message one : messages) {
      line("");
      comment("  ", "{@code " + one.method() + "}.", List.of());
      mark("  ", one.experimental());
      line(
          "  public static final "
              + type
              + "<"
              + arguments.apply(one)
              + "> "
              + Names.constantName(one.method())
              + " =");
      line("      new " + type + "<>(" + Names.quoted(one.method()) + ", READER);");
    }
    line("");
    line("  private " + name + "() {}");
    line("");
    line("  private static WireValue read(String method, JsonNode json) {");
    line("    return switch (method) {");
    for (WireSchema.Message one : messages) {
      line("      case " + Names.quoted(one.method()) + " -> " + created(read.apply(one)) + ";");
    }
    line("      default -> throw new IllegalArgumentException(method);");
    line("    };");
    line("  }");
    line("}");
    files.put(name + ".java", file(PACKAGE));
  }

  private String created(String definition) {
    if (!schema.definitions.containsKey(definition)) {
      throw new IllegalStateException("the schema does not have " + definition);
    }
    String name = Names.className(definition);
    return isRecord(definition) ? "new " + name + "(json)" : name + ".read(json)";
  }

  private static String description(Field field) {
    return Names.shown(field.wire());
  }

  /** What a definition without a description is for. */
  private String use(String name) {
    return uses.getOrDefault(name, "{@code " + name + "} of the protocol") + ".";
  }
}

package dev.talaria.cli.protocol;

import dev.talaria.cli.protocol.ProtocolSchema.Kind;
import dev.talaria.cli.protocol.ProtocolSchema.Part;
import dev.talaria.cli.protocol.ProtocolSurface.Use;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the schema of a release says about all that Talaria uses: whether it is there, and in which
 * forms Codex takes what Talaria sends. Stateless.
 */
final class SurveySchema {

  private static final String ABSENT = "–";

  private static final Map<String, String> FIELDS =
      Map.of(
          "INLINE_PERMISSION_PROFILE", "thread/start permissionProfile",
          "ADDITIONAL_CONTEXT", "turn/start additionalContext",
          "RUNTIME_WORKSPACE_ROOTS", "thread/start runtimeWorkspaceRoots",
          "SERVICE_TIER_FOR_TURN", "turn/start serviceTierForTurn",
          "FORK_OPTIONS", "thread/fork beforeTurnId");

  private SurveySchema() {}

  static void add(ProtocolSchema schema, SurveyFacts facts) {
    Map<String, Part> methods = schema.parts().get(Kind.METHOD);
    Map<String, Part> requests = schema.parts().get(Kind.SERVER_REQUEST);
    facts.add("THREAD_ROLLBACK", methods.containsKey("thread/rollback"));
    FIELDS.forEach(
        (fact, field) -> {
          String[] words = field.split(" ");
          facts.add(fact, methods.get(words[0]).params().at(words[1]).isPresent());
        });
    facts.add(
        "AUDIO_INPUT",
        methods
            .get("turn/start")
            .params()
            .at("input")
            .orElseThrow()
            .forms()
            .toString()
            .contains("{audio}"));
    facts.add(
        "LEGACY_REFUSAL_AS_OBJECT",
        requests
            .get("execCommandApproval")
            .result()
            .at("decision")
            .orElseThrow()
            .forms()
            .contains("{denied}"));
    facts.add("HOST_CLOCK", requests.containsKey("currentTime/read"));
    facts.add("ATTESTATION", requests.containsKey("attestation/generate"));
    for (Kind kind : Kind.values()) {
      for (String name : ProtocolSurface.listed(kind)) {
        add(kind, name, schema.parts().get(kind).get(name), facts);
      }
    }
  }

  private static void add(Kind kind, String name, Part part, SurveyFacts facts) {
    String title = kind.word() + " " + name;
    facts.add(title, part != null);
    Use use = ProtocolSurface.of(kind, name);
    boolean called = kind == Kind.METHOD;
    for (String field : use.sent()) {
      facts.add(title + ": " + field, part == null ? ABSENT : sent(called, part, field));
    }
    for (String field : use.received()) {
      SchemaShape shape =
          part == null ? SchemaShape.none() : called ? part.result() : part.params();
      facts.add(title + " → " + field, shape.at(field).isPresent());
    }
  }

  private static String sent(boolean called, Part part, String field) {
    SchemaShape shape = called ? part.params() : part.result();
    return shape.at(field).map(found -> forms(found.forms())).orElse(ABSENT);
  }

  private static String forms(Set<String> forms) {
    Set<String> named = new TreeSet<>(forms);
    named.remove("null");
    return String.join(" ", named);
  }
}

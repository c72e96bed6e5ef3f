package dev.talaria.viewer.model;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.protocol.TokenUsage;
import dev.talaria.session.result.TurnOrigin;

/** A thread as far as it is known. Changed by its {@link SessionModel} only. */
public final class ViewThread {

  final int number;
  final String id;
  int parent = -1;
  long spawn = -1;
  String name = "";
  String cwd = "";
  String model = "";
  String provider = "";
  String version = "";
  TokenUsage usage;

  /** Whether a goal continues by itself. */
  boolean goal;

  /** What a turn that begins now comes from, unless its first item tells. */
  TurnOrigin next = TurnOrigin.UNKNOWN;

  ViewThread(int number, String id) {
    this.number = number;
    this.id = id;
  }

  /** Its number: threads are counted as they appear. */
  public int number() {
    return number;
  }

  /** As the page's data has it. */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("n", number).put("id", id).put("parent", parent).put("spawn", spawn);
    json.put("name", name).put("cwd", cwd).put("model", model).put("provider", provider);
    json.put("version", version);
    if (usage != null) {
      json.set("tokens", ViewTurn.counts(usage.total()));
    }
    return json;
  }
}

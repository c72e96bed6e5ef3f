package dev.talaria.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ActivityItemTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Test
  void a_call_to_other_agents_tells_whom_and_what() {
    ActivityItem.CollabAgentToolCall call =
        item(
            ActivityItem.CollabAgentToolCall.class,
            "{'type':'collabAgentToolCall','id':'c','tool':'sendInput','status':'completed',"
                + "'receiverThreadIds':['T2',3],'prompt':'go','agentsStates':{'T2':{}}}");

    assertEquals("sendInput", call.tool());
    assertEquals("completed", call.status());
    assertEquals(List.of("T2", "3"), call.receiverThreadIds());
    assertEquals(Optional.of("go"), call.prompt());
    assertTrue(call.agentsStates().has("T2"));
  }

  @Test
  void a_step_of_a_sub_agent_tells_which_one() {
    ActivityItem.SubAgentActivity activity =
        item(
            ActivityItem.SubAgentActivity.class,
            "{'type':'subAgentActivity','kind':'completed','agentThreadId':'T2','agentPath':'/r'}");

    assertEquals("completed", activity.kind());
    assertEquals("T2", activity.agentThreadId());
    assertEquals("/r", activity.agentPath());
  }

  @Test
  void an_image_tells_where_it_is() {
    ActivityItem.ImageGeneration image =
        item(
            ActivityItem.ImageGeneration.class,
            "{'type':'imageGeneration','status':'completed','revisedPrompt':'cat',"
                + "'savedPath':'/i.png','failure':null}");

    assertEquals("completed", image.status());
    assertEquals(Optional.of("cat"), image.revisedPrompt());
    assertEquals(Optional.of("/i.png"), image.savedPath());
    assertEquals(Optional.empty(), image.failure());
    assertEquals(
        "/v.png",
        item(ActivityItem.ImageView.class, "{'type':'imageView','path':'/v.png'}").path());
  }

  @Test
  void a_wait_has_a_duration_or_none() {
    assertEquals(Duration.ofMillis(1500), waited("1500"));
    assertEquals(Duration.ZERO, waited("null"));
    assertEquals(Duration.ZERO, waited("1.5"));
    assertEquals(Duration.ZERO, waited("18446744073709551615"));
  }

  @Test
  void hooks_functions_plans_and_reviews_have_texts() {
    assertEquals(
        List.of("a", "b", ""),
        item(
                ActivityItem.HookPrompt.class,
                "{'type':'hookPrompt','fragments':[{'text':'a','hookRunId':'r'},'b',{}]}")
            .texts());
    ActivityItem.FunctionCallOutput output =
        item(
            ActivityItem.FunctionCallOutput.class,
            "{'type':'functionCallOutput','name':'f','namespace':'n','output':'o'}");
    assertEquals("f", output.name());
    assertEquals(Optional.of("n"), output.namespace());
    assertEquals("o", output.output().asText());
    assertEquals("p", item(ActivityItem.Plan.class, "{'type':'plan','text':'p'}").text());
    assertEquals(
        "current changes",
        item(
                ActivityItem.EnteredReviewMode.class,
                "{'type':'enteredReviewMode','review':'current changes'}")
            .review());
    assertEquals(
        "",
        item(ActivityItem.ExitedReviewMode.class, "{'type':'exitedReviewMode','review':null}")
            .review());
  }

  @Test
  void a_search_tells_its_query_action_and_results() {
    Item.WebSearch search =
        item(
            Item.WebSearch.class,
            "{'type':'webSearch','query':'java','action':{'type':'search'},'results':[1,2]}");

    assertEquals("java", search.query());
    assertEquals("search", search.action().orElseThrow().get("type").asText());
    assertEquals(2, search.results().size());
  }

  private static Duration waited(String millis) {
    return item(ActivityItem.Sleep.class, "{'type':'sleep','durationMs':" + millis + "}")
        .duration();
  }

  private static <T extends Item> T item(Class<T> type, String json) {
    try {
      return type.cast(Item.of(MAPPER.readTree(json.replace('\'', '"'))));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}

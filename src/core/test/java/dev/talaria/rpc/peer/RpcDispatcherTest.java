package dev.talaria.rpc.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.jsonrpc4j.JsonRpcMethod;
import dev.talaria.protocol.wire.WireJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class RpcDispatcherTest {

  /** Params. */
  public record Question(String command, List<String> words) {}

  /** What can be called. */
  public interface Calls {
    @JsonRpcMethod(value = "item/ask", required = true)
    void ask(RpcRequest request, Question question);

    @JsonRpcMethod(value = "item/fail", required = true)
    void fail(RpcRequest request, Question question);
  }

  private final List<Object> asked = new ArrayList<>();

  private final RpcDispatcher dispatcher =
      RpcDispatcher.of(
          Calls.class,
          new Calls() {
            @Override
            public void ask(RpcRequest request, Question question) {
              asked.add(request);
              asked.add(question);
            }

            @Override
            public void fail(RpcRequest request, Question question) {
              throw new IllegalStateException("token=sk-live-0123456789");
            }
          },
          WireJson.mapper());

  private Optional<RpcError> dispatch(String id, String method, String params) throws Exception {
    return dispatcher.dispatch(
        new RpcRequest(WireJson.mapper().readTree(id), method, WireJson.mapper().readTree(params)));
  }

  @Test
  void a_method_gets_the_id_and_the_whole_params_with_unknown_fields_ignored() throws Exception {
    assertTrue(
        dispatch("\"p-1\"", "item/ask", "{\"command\":\"ls\",\"words\":[\"a\"],\"new\":{\"x\":1}}")
            .isEmpty());
    assertEquals("\"p-1\"", ((RpcRequest) asked.get(0)).id().toString());
    assertEquals(new Question("ls", List.of("a")), asked.get(1));
  }

  @Test
  void missing_fields_and_missing_params_are_null() throws Exception {
    assertTrue(dispatch("0", "item/ask", "{}").isEmpty());
    assertTrue(dispatch("1", "item/ask", "").isEmpty());
    assertEquals(new Question(null, null), asked.get(1));
    assertEquals(new Question(null, null), asked.get(3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ask", "item/other", "hashCode", "getClass", "notifyAll", ""})
  void only_the_named_methods_can_be_called(String method) throws Exception {
    assertEquals(RpcError.METHOD_NOT_FOUND, dispatch("1", method, "{}").orElseThrow().code());
    assertTrue(asked.isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"command\":{\"a\":1}}", "{\"words\":[{}]}"})
  void params_of_a_wrong_type_are_refused(String params) throws Exception {
    assertEquals(RpcError.INVALID_PARAMS, dispatch("1", "item/ask", params).orElseThrow().code());
    assertTrue(asked.isEmpty());
  }

  @Test
  void a_handler_that_throws_tells_the_other_side_nothing_of_it() throws Exception {
    RpcError error = dispatch("1", "item/fail", "{}").orElseThrow();
    assertEquals(RpcError.INTERNAL_ERROR, error.code());
    assertFalse(error.message().contains("sk-live"));
  }

  @Test
  void an_interface_method_without_a_name_is_refused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> RpcDispatcher.of(Runnable.class, () -> {}, WireJson.mapper()));
  }
}

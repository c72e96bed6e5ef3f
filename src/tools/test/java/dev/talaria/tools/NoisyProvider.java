package dev.talaria.tools;

import java.util.List;

/** A provider as hosts write them: it prints where it must not, and has a tool of the host's. */
public final class NoisyProvider implements ToolProvider {

  /** With this variable it throws. */
  static final String CRASH = "TALARIA_TEST_CRASH";

  @Override
  public List<HostTool> tools() {
    System.out.println("NOISE of a provider");
    if (System.getenv(CRASH) != null) {
      throw new IllegalStateException("this provider crashes");
    }
    return List.of(
        HostTool.builder("skill_view")
            .description("Shows a skill.")
            .parameters(
                "{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"},\"file_path\":"
                    + "{\"type\":\"string\"}},\"required\":[\"name\"]}")
            .reach(ToolScope.ANYWHERE)
            .run(
                call -> {
                  System.out.println("NOISE of a tool");
                  return ToolResult.of("skill " + call.text("name").orElseThrow());
                })
            .build(),
        HostTool.builder("show_env")
            .description("Tells a variable of its process.")
            .parameters(
                "{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"}},\"required\":"
                    + "[\"name\"]}")
            .reach(ToolScope.ANYWHERE)
            .run(
                call -> {
                  String value = System.getenv(call.text("name").orElseThrow());
                  return ToolResult.of("value: " + (value == null ? "none" : value));
                })
            .build(),
        HostTool.builder("todo").run(call -> ToolResult.of("not here")).build());
  }
}

package dev.talaria.tools;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The tools of a host, by name, in the order in which they were added. Immutable. */
public final class ToolRegistry {

  private final Map<String, HostTool> tools;

  private ToolRegistry(Map<String, HostTool> tools) {
    this.tools = Collections.unmodifiableMap(tools);
  }

  /**
   * {@return a registry of these tools}
   *
   * @param tools in the order in which the model gets them
   * @throws IllegalArgumentException if two have the same name
   */
  public static ToolRegistry of(Collection<HostTool> tools) {
    Map<String, HostTool> byName = new LinkedHashMap<>();
    for (HostTool tool : tools) {
      if (byName.putIfAbsent(tool.name(), tool) != null) {
        throw new IllegalArgumentException(
            "two tools are called '" + tool.name() + "'; give one of them another name");
      }
    }
    return new ToolRegistry(byName);
  }

  /**
   * As {@link #of(Collection)}.
   *
   * @param tools in the order in which the model gets them
   * @return the registry
   */
  public static ToolRegistry of(HostTool... tools) {
    return of(Arrays.asList(tools));
  }

  /**
   * {@return the tools of every {@link ToolProvider} that the class loader of the caller's thread
   * knows}
   */
  public static ToolRegistry provided() {
    return of(
        ServiceLoader.load(ToolProvider.class).stream()
            .flatMap(provider -> provider.get().tools().stream())
            .toList());
  }

  /**
   * {@return these tools and the others}
   *
   * @param others what follows these
   * @throws IllegalArgumentException if a name is in both
   */
  public ToolRegistry with(ToolRegistry others) {
    return of(Stream.concat(tools.values().stream(), others.tools.values().stream()).toList());
  }

  /** {@return those that can run in the process of {@code talaria tools-mcp}} */
  public ToolRegistry reachingAnywhere() {
    return of(tools.values().stream().filter(tool -> tool.reach() == ToolScope.ANYWHERE).toList());
  }

  /**
   * {@return the tool of that name; empty if there is none}
   *
   * @param name in its own upper and lower case
   */
  public Optional<HostTool> find(String name) {
    return Optional.ofNullable(tools.get(name));
  }

  /** {@return all tools, in the order in which they were given} */
  public List<HostTool> all() {
    return List.copyOf(tools.values());
  }

  @Override
  public String toString() {
    return "ToolRegistry" + tools.keySet();
  }
}

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

/** The tools of a host, by name, in the order in which they were given. Immutable. */
public final class ToolRegistry {

  private final Map<String, HostTool> tools;

  private ToolRegistry(Map<String, HostTool> tools) {
    this.tools = Collections.unmodifiableMap(tools);
  }

  /**
   * A registry of these tools.
   *
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

  /** As {@link #of(Collection)}. */
  public static ToolRegistry of(HostTool... tools) {
    return of(Arrays.asList(tools));
  }

  /** The tools of every {@link ToolProvider} that the class loader of the caller's thread knows. */
  public static ToolRegistry provided() {
    return of(
        ServiceLoader.load(ToolProvider.class).stream()
            .flatMap(provider -> provider.get().tools().stream())
            .toList());
  }

  /** These and those; a name may not be in both. */
  public ToolRegistry with(ToolRegistry others) {
    return of(Stream.concat(tools.values().stream(), others.tools.values().stream()).toList());
  }

  /** Those that can run in the process of {@code talaria tools-mcp}. */
  public ToolRegistry reachingAnywhere() {
    return of(tools.values().stream().filter(tool -> tool.reach() == ToolScope.ANYWHERE).toList());
  }

  /** The tool of that name. */
  public Optional<HostTool> find(String name) {
    return Optional.ofNullable(tools.get(name));
  }

  /** All tools. */
  public List<HostTool> all() {
    return List.copyOf(tools.values());
  }

  @Override
  public String toString() {
    return "ToolRegistry" + tools.keySet();
  }
}

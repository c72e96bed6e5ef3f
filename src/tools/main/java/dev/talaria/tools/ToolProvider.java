package dev.talaria.tools;

import java.util.List;

/**
 * Gives tools to {@code talaria tools-mcp}, which finds providers with {@link
 * java.util.ServiceLoader} on its class path.
 *
 * <p>Asked once, at the start. Tools that can only run in the host are left out there.
 */
public interface ToolProvider {

  /** {@return the tools; no other provider may have one of the same name} */
  List<HostTool> tools();
}

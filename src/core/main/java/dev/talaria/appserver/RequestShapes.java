package dev.talaria.appserver;

import dev.talaria.codex.CodexCapability;
import dev.talaria.codex.CodexVersion;
import dev.talaria.rpc.RpcException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * In which of its known shapes a connection takes a request: as its version is known to, until
 * Codex has shown otherwise.
 *
 * <p>Safe for use by many threads.
 */
public final class RequestShapes {

  private static final Logger log = LoggerFactory.getLogger(RequestShapes.class);

  /** Words by which Codex refuses a request that it cannot read. */
  private static final Pattern UNREADABLE =
      Pattern.compile("invalid type|unknown variant|missing field");

  private final CodexVersion version;
  private final Map<CodexCapability, Boolean> shown = new ConcurrentHashMap<>();

  RequestShapes(CodexVersion version) {
    this.version = version;
  }

  /** Whether a refusal may be due to the shape of the request. */
  public static boolean isSuspectedIn(RpcException refusal) {
    return UNREADABLE.matcher(refusal.error()).find();
  }

  /** Whether a fact about a shape holds on this connection. */
  public boolean has(CodexCapability shape) {
    return shown.getOrDefault(shape, shape.isIn(version));
  }

  /** Codex has taken a request by which this fact holds, or does not. */
  public void remember(CodexCapability shape, boolean holds) {
    if (has(shape) != holds) {
      shown.put(shape, holds);
      log.warn(
          "Codex {} takes requests in a different shape than expected ({} is {}); this connection"
              + " continues with it",
          version,
          shape,
          holds);
    }
  }
}

package dev.talaria.appserver;

import dev.talaria.rpc.transport.Transport;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * How a connection to a server that somebody else runs is made, and made again when it is lost.
 *
 * @param connect blocks until it is connected
 * @param again the same after a loss; fails with {@link
 *     dev.talaria.rpc.transport.ConnectRefusedException} where another try is useless
 * @param limit how long it is tried again after a loss; zero for never
 */
public record Reconnect(Supplier<Transport> connect, Supplier<Transport> again, Duration limit) {}

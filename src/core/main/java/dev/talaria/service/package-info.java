/**
 * What Codex offers besides threads: account, models, MCP servers, configuration, commands, files.
 *
 * <p>{@code dev.talaria.session.Codex} has a method for each service. A service is thin: it makes
 * typed calls ({@link TypedCalls}) and puts together what belongs together, such as the pages of a
 * list, or a login and the notification of its end. What it returns is generated from Codex's
 * schema ({@code dev.talaria.protocol.v2}).
 *
 * <p>Services are safe for use by many threads and keep no state. A method without a future waits
 * for Codex, at most for the options' request timeout, and throws {@link
 * dev.talaria.base.TalariaException}: {@link dev.talaria.rpc.RpcException} when Codex refuses,
 * {@link dev.talaria.rpc.RequestTimeoutException} when it does not answer, {@link
 * dev.talaria.rpc.ConnectionLostException} when it is gone.
 *
 * <p>Source: the schema of 0.169.0 and the binary, measured; docs/limits.md says what was not
 * tried.
 */
package dev.talaria.service;

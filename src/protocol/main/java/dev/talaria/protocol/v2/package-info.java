/**
 * The protocol of the app-server, typed: every definition of Codex 0.169.0's schema, generated from it.
 *
 * <p>{@link dev.talaria.protocol.v2.Methods} and {@link dev.talaria.protocol.v2.Notifications} are
 * where to begin. Each type is a view of its JSON ({@link dev.talaria.protocol.WireValue}): what a
 * newer or older Codex adds or leaves out is neither lost nor an error until it is asked for. An
 * optional field is empty both when it is absent and when it is null; the JSON tells them apart.
 * Types that are sent have {@code of(...)} with the required fields, and for each optional field a
 * method of its name that returns a copy with a value.
 */
package dev.talaria.protocol.v2;

/**
 * What Codex may ask, what the host answers, and how an answer is written. Pure but for the host's
 * own handler and policy, for rules about paths and for reading the settings' file.
 *
 * <p>Everything here fails closed: no handler, no answer, an answer that cannot be expressed or a
 * handler that fails mean "decline".
 */
package dev.talaria.approval;

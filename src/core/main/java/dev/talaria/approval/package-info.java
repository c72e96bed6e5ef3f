/**
 * What Codex may ask and what the host answers: requests, decisions, policies, safe texts and the
 * audit. Pure but for the host's own handler and policy, for rules about paths and for the audit's
 * file. The packages below are not for users.
 *
 * <p>Everything here fails closed: no handler, no answer, an answer that cannot be expressed or a
 * handler that fails mean "decline".
 */
package dev.talaria.approval;

/** Goals that Codex works on, turn after turn by itself. */
package dev.talaria.session.goal;

/** The host's decisions and answers in the forms that Codex expects. */
package dev.talaria.approval.answer;

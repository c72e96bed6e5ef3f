package dev.talaria.session.request;

import dev.talaria.approval.ApprovalHandler;
import dev.talaria.approval.ApprovalOutcome;
import dev.talaria.approval.ApprovalPolicy;
import dev.talaria.approval.HostServices;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The host's code that answers Codex's requests, and how long it may take. Immutable.
 *
 * @param handler decides what the policy does not decide
 * @param audit is told how each approval ended
 */
public record HostHandlers(
    ApprovalPolicy policy,
    Optional<ApprovalHandler> handler,
    Duration approvalTimeout,
    Consumer<ApprovalOutcome> audit,
    HostServices services,
    Duration toolTimeout) {}

/** The rules and matches that an {@link dev.talaria.approval.ApprovalPolicy} is made of. */
package dev.talaria.approval.policy;

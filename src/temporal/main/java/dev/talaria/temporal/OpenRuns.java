package dev.talaria.temporal;

import com.google.protobuf.ByteString;
import io.temporal.api.filter.v1.WorkflowTypeFilter;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.ListOpenWorkflowExecutionsRequest;
import io.temporal.api.workflowservice.v1.ListOpenWorkflowExecutionsResponse;
import io.temporal.client.WorkflowClient;
import java.util.ArrayList;
import java.util.List;

/**
 * The runs of a namespace that have not ended. Stateless.
 *
 * <p>Asked with Temporal's older call: the newer one is not in its test server.
 */
final class OpenRuns {

  private static final int PAGE = 1_000;

  private OpenRuns() {}

  /** Their keys; a run that was started a moment ago may be missing. */
  static List<String> keys(WorkflowClient client) {
    String prefix = TemporalRuns.workflowId("");
    List<String> keys = new ArrayList<>();
    ByteString next = ByteString.EMPTY;
    do {
      ListOpenWorkflowExecutionsResponse page = page(client, next);
      for (WorkflowExecutionInfo run : page.getExecutionsList()) {
        String id = run.getExecution().getWorkflowId();
        if (run.getType().getName().equals(DurableRunWorkflow.TYPE) && id.startsWith(prefix)) {
          keys.add(id.substring(prefix.length()));
        }
      }
      next = page.getNextPageToken();
    } while (!next.isEmpty());
    return keys;
  }

  private static ListOpenWorkflowExecutionsResponse page(WorkflowClient client, ByteString token) {
    return client
        .getWorkflowServiceStubs()
        .blockingStub()
        .listOpenWorkflowExecutions(
            ListOpenWorkflowExecutionsRequest.newBuilder()
                .setNamespace(client.getOptions().getNamespace())
                .setTypeFilter(WorkflowTypeFilter.newBuilder().setName(DurableRunWorkflow.TYPE))
                .setMaximumPageSize(PAGE)
                .setNextPageToken(token)
                .build());
  }
}

package dev.callsheet.sandbox.observability;

import dev.callsheet.runtime.client.job.JobListener;
import dev.callsheet.runtime.client.job.Progress;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A span for each job, from its submission to its last result. */
final class TracingListener implements JobListener {
  private final Tracer tracer;
  private final Map<UUID, Span> spans = new HashMap<>(); // one thread calls

  TracingListener(Tracer tracer) {
    this.tracer = tracer;
  }

  @Override
  public void onSubmitting(Submitting event) {
    spans.computeIfAbsent(event.job(), job -> tracer.spanBuilder("callsheet.job").startSpan());
  }

  @Override
  public void onAccepted(Accepted event) {
    add(event.job(), "accepted", Attributes.builder().put("attempts", event.attempts()).build());
  }

  @Override
  public void onRetrying(Retrying event) {
    add(
        event.job(),
        "retrying",
        Attributes.builder().put("error", event.error().toString()).build());
  }

  @Override
  public void onFinished(Progress end) {
    Span span = spans.remove(end.job());
    if (span != null) {
      span.setAttribute("callsheet.task", end.job().toString())
          .setAttribute("callsheet.delivered", end.delivered())
          .setAttribute("callsheet.failed", end.failed())
          .setStatus(end.delivered() > 0 ? StatusCode.OK : StatusCode.ERROR)
          .end();
    }
  }

  private void add(UUID job, String name, Attributes attributes) {
    spans.getOrDefault(job, Span.getInvalid()).addEvent(name, attributes);
  }
}

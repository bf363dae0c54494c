package dev.callsheet.spring;

import dev.callsheet.runtime.client.download.MediaDownloaded;
import dev.callsheet.runtime.client.job.JobListener;
import dev.callsheet.runtime.client.job.Progress;
import dev.callsheet.runtime.client.media.MediaUploaded;
import io.micrometer.core.instrument.MeterRegistry;

/** Meters what a client does. */
record MicrometerListener(MeterRegistry meters) implements JobListener {
  @Override
  public void onAccepted(Accepted event) {
    meters.timer("callsheet.submit").record(event.duration());
  }

  @Override
  public void onRetrying(Retrying event) {
    meters.counter("callsheet.retries", "category", event.error().category().name()).increment();
  }

  @Override
  public void onPolled(Polled event) {
    meters.timer("callsheet.poll", "ok", "" + (event.error() == null)).record(event.duration());
  }

  @Override
  public void onUploaded(MediaUploaded event) {
    meters.timer("callsheet.upload").record(event.duration());
  }

  @Override
  public void onDownloaded(MediaDownloaded event) {
    meters.timer("callsheet.download").record(event.duration());
    meters.counter("callsheet.download.bytes").increment((double) event.file().bytes());
  }

  @Override
  public void onFinished(Progress end) {
    meters.timer("callsheet.job", "status", end.status().name()).record(end.elapsed());
    meters.counter("callsheet.results", "outcome", "delivered").increment(end.delivered());
    meters.counter("callsheet.results", "outcome", "failed").increment(end.failed());
  }
}

package dev.callsheet.sandbox.internal.delivery;

import dev.callsheet.sandbox.internal.ledger.RecordingLedger;
import dev.callsheet.sandbox.internal.media.HostedMedia;
import dev.callsheet.sandbox.ledger.LedgerEntry;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Puts media to an upload endpoint, once; with several results, the last one stays. */
final class UploadDelivery {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final DeliverySender sender;
  private final RecordingLedger ledger;

  UploadDelivery(DeliverySender sender, RecordingLedger ledger) {
    this.sender = sender;
    this.ledger = ledger;
  }

  /** Completes when the receiver has answered, or has been given up. */
  CompletableFuture<Void> upload(URI url, HostedMedia media) {
    return sender
        .send(
            url,
            () ->
                HttpRequest.newBuilder(url)
                    .header("Content-Type", media.content().mediaType())
                    .PUT(HttpRequest.BodyPublishers.ofByteArray(media.content().bytes()))
                    .build(),
            TIMEOUT)
        .thenAccept(outcome -> record(media, outcome));
  }

  private void record(HostedMedia media, DeliverySender.Outcome outcome) {
    if (outcome.isConfirmed()) {
      ledger.record(
          LedgerEntry.Kind.UPLOAD, media.taskUUID(), "result " + media.uuid() + " uploaded");
    } else {
      ledger.record(
          LedgerEntry.Kind.UPLOAD_FAILURE,
          media.taskUUID(),
          "result " + media.uuid() + " not uploaded: " + outcome.answer());
    }
  }
}

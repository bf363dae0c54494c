package dev.callsheet.sandbox.internal.delivery;

import dev.callsheet.sandbox.internal.ledger.RecordingLedger;
import dev.callsheet.sandbox.internal.media.HostedMedia;
import dev.callsheet.sandbox.ledger.LedgerEntry;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;

/** Puts media to an upload endpoint, once; with several results, the last one stays. */
final class UploadDelivery {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final DeliverySender sender;
  private final RecordingLedger ledger;

  UploadDelivery(DeliverySender sender, RecordingLedger ledger) {
    this.sender = sender;
    this.ledger = ledger;
  }

  void upload(URI url, HostedMedia media) {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(TIMEOUT)
            .header("Content-Type", media.content().mediaType())
            .PUT(HttpRequest.BodyPublishers.ofByteArray(media.content().bytes()))
            .build();
    if (sender.send(request)) {
      ledger.record(
          LedgerEntry.Kind.UPLOAD, media.taskUUID(), "result " + media.uuid() + " uploaded");
    }
  }
}

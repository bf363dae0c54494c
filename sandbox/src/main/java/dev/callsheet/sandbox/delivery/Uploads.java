package dev.callsheet.sandbox.delivery;

import dev.callsheet.sandbox.ledger.Entry;
import dev.callsheet.sandbox.ledger.Ledger;
import dev.callsheet.sandbox.media.StoredMedia;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;

/** Puts media to an upload endpoint, once; with several results, the last one stays. */
final class Uploads {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

  private final Courier courier;
  private final Ledger ledger;

  Uploads(Courier courier, Ledger ledger) {
    this.courier = courier;
    this.ledger = ledger;
  }

  void put(URI url, StoredMedia media) {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(ANSWER_WITHIN)
            .header("Content-Type", media.content().mediaType())
            .PUT(HttpRequest.BodyPublishers.ofByteArray(media.content().bytes()))
            .build();
    if (courier.deliver(request)) {
      ledger.record(Entry.Kind.UPLOAD, media.taskUUID(), "result " + media.uuid() + " uploaded");
    }
  }
}

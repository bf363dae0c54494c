package dev.callsheet.sandbox.internal.http;

import dev.callsheet.sandbox.behavior.WireFault;
import dev.callsheet.sandbox.internal.fault.FaultSchedule;
import dev.callsheet.sandbox.internal.ledger.RecordingLedger;
import dev.callsheet.sandbox.internal.media.MediaStore;
import dev.callsheet.sandbox.internal.service.RequestKind;
import dev.callsheet.sandbox.ledger.LedgerEntry;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code /media}: the same for clients, with an account of it and with the faults of the wire. */
public final class MediaDownloadHandler extends MediaHandler {
  private final RecordingLedger ledger;
  private final FaultSchedule faults;

  /** Serves what is in this store, unless the wire has a fault. */
  public MediaDownloadHandler(MediaStore store, RecordingLedger ledger, FaultSchedule faults) {
    super(store);
    this.ledger = ledger;
    this.faults = faults;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    boolean isFetched = HttpMethod.GET.is(request.getMethod());
    if (isFetched) {
      find(Request.getPathInContext(request))
          .ifPresent(
              media ->
                  ledger.record(
                      LedgerEntry.Kind.DOWNLOAD,
                      media.taskUUID(),
                      "result " + media.uuid() + " fetched"));
    }
    Optional<WireFault> fault = isFetched ? faults.next(RequestKind.MEDIA) : Optional.empty();
    if (fault.isEmpty()) {
      return super.handle(request, response, callback);
    }
    if (fault.get().effect() instanceof WireFault.Effect.Truncate cut) {
      return super.handle(request, new TruncatedResponse(request, response, cut.bytes()), callback);
    }
    HttpFaultWriter.send(
        fault.get().effect(), new RunwareFaultReplies(List.of()), request, response, callback);
    return true;
  }
}

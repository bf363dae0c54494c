package dev.callsheet.sandbox.internal.http;

import dev.callsheet.sandbox.internal.fault.FaultPayloads;
import dev.callsheet.sandbox.internal.limit.ReceiveBudget;
import dev.callsheet.sandbox.internal.limit.ReceivedBytes;
import dev.callsheet.sandbox.internal.service.ErrorEntry;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Reads the bodies of requests as their bytes come. No thread waits for a body, so that callers who
 * send slowly hold up nobody; a body that is too large is refused before it is kept.
 */
public final class RequestBodies {
  private static final int TOO_LARGE = 413;
  private static final int UNAVAILABLE = 503;

  private final ReceiveBudget budget;
  private final RefusalForm form;

  /** How the reply to a body that is not taken is written. */
  @FunctionalInterface
  public interface RefusalForm {
    /** The reply with that status that has this error. */
    PreparedHttpReply of(int status, ErrorEntry error);
  }

  /** Reads bodies within this budget; refuses others as Runware does. */
  public RequestBodies(ReceiveBudget budget) {
    this(
        budget,
        (status, error) -> PreparedHttpReply.json(status, FaultPayloads.errorEnvelope(error)));
  }

  /** Reads bodies within this budget; refuses others in this form. */
  public RequestBodies(ReceiveBudget budget, RefusalForm form) {
    this.budget = budget;
    this.form = form;
  }

  /** Hands on the body once it is there, or answers that it is too large. */
  public void read(Request request, Response response, Callback callback, Consumer<byte[]> onBody) {
    if (request.getLength() > budget.largestRequest()) {
      refuse(ReceivedBytes.Outcome.TOO_LARGE, response, callback);
    } else {
      new Reading(request, response, callback, onBody).run();
    }
  }

  /** Called whenever there is more to read. */
  private final class Reading implements Runnable {
    private final Request request;
    private final Response response;
    private final Callback callback;
    private final Consumer<byte[]> onBody;
    private final ReceivedBytes received = new ReceivedBytes(budget);

    Reading(Request request, Response response, Callback callback, Consumer<byte[]> onBody) {
      this.request = request;
      this.response = response;
      this.callback = callback;
      this.onBody = onBody;
    }

    @Override
    public void run() {
      try {
        readOn();
      } catch (RuntimeException e) {
        received.clear();
        callback.failed(e);
      }
    }

    private void readOn() {
      for (Content.Chunk chunk = request.read(); ; chunk = request.read()) {
        if (chunk == null) {
          request.demand(this);
          return;
        }
        if (Content.Chunk.isFailure(chunk)) {
          received.clear();
          callback.failed(chunk.getFailure());
          return;
        }
        ReceivedBytes.Outcome outcome = received.add(chunk.getByteBuffer());
        boolean isLast = chunk.isLast();
        chunk.release();
        if (outcome != ReceivedBytes.Outcome.TAKEN) {
          refuse(outcome, response, callback);
          return;
        }
        if (isLast) {
          onBody.accept(received.takeAll());
          return;
        }
      }
    }
  }

  private void refuse(ReceivedBytes.Outcome outcome, Response response, Callback callback) {
    PreparedHttpReply reply =
        outcome == ReceivedBytes.Outcome.TOO_LARGE
            ? form.of(
                TOO_LARGE,
                ErrorEntry.of(
                    "requestTooLarge",
                    "A request has at most " + budget.largestRequest() + " bytes."))
            : form.of(
                UNAVAILABLE,
                ErrorEntry.of(
                    "serviceUnavailable",
                    "Too many large requests come in at once; try again later."));
    reply.withHeader(HttpHeader.CONNECTION.asString(), "close").send(response, callback);
  }
}
